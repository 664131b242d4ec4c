import { allCommands, type CommandNode } from '../command-tree';
import { offerFor, type Offer } from './offers';

/**
 * A script for PowerShell 5.1 and newer that completes `sticksmith`. Where it offers nothing, PowerShell offers files. Drives
 * aren't listed: on Windows that takes a while. It is pure ASCII, since Windows PowerShell reads what a program prints
 * in the encoding of the console.
 */
export function powerShellCompletion(tree: CommandNode): string {
  return `# Completes sticksmith in PowerShell; made by: sticksmith completion powershell
Register-ArgumentCompleter -Native -CommandName 'sticksmith' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    # For each command its options, other commands and, below a number, its arguments. A value that is wanted is a list
    # of words and of *.ENDING; what takes no value is $null.
    $known = @{
${allCommands(tree).map(commandTable).join('\n')}
    }
    $before = @($commandAst.CommandElements |
            Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
            Select-Object -Skip 1 |
            ForEach-Object { $_.Extent.Text })
    $command = ''
    $position = 1
    $wanted = $null
    foreach ($word in $before) {
        $below = "$command $word".Trim()
        if ($null -ne $wanted -and $word -notlike '-*') {
            $wanted = $null
        }
        elseif ($word -like '-*') {
            $wanted = $known[$command][$word]
        }
        elseif ($known.ContainsKey($below)) {
            $command = $below
        }
        elseif ($known[$command].ContainsKey("$($position + 1)")) {
            $position++
        }
    }
    if ($null -eq $wanted -and $wordToComplete -notlike '-*') {
        $wanted = @($known[$command]["$position"])
        $wanted += @($known.Keys | Where-Object { $_ -and ($_ -replace ' ?[^ ]+$', '') -eq $command } |
                ForEach-Object { ($_ -split ' ')[-1] })
    }
    if ($null -eq $wanted -or $wordToComplete -like '-*') {
        $wanted = @($known[$command].Keys | Where-Object { $_ -like '-*' })
    }
    $words = @($wanted | Where-Object { $_ -and $_ -notlike '\`*.*' })
    $endings = @($wanted | Where-Object { $_ -like '\`*.*' })
    $words | Where-Object { $_ -like "$wordToComplete*" } | Sort-Object | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
    if ($endings.Count -gt 0) {
        [System.Management.Automation.CompletionCompleters]::CompleteFilename($wordToComplete) | Where-Object {
            $file = $_
            $file.ResultType -eq 'ProviderContainer' -or
            @($endings | Where-Object { $file.ListItemText -like $_ }).Count -gt 0
        }
    }
}
`;
}

function commandTable({ path, arguments: values, options }: CommandNode): string {
  const ofOptions = options.map(({ long, value }) =>
    entry(long, value === null ? '$null' : list(offerFor(long, value))),
  );
  const ofArguments = values.map(({ value }, index) =>
    entry(String(index + 1), list(offerFor(path, value))),
  );
  return `        '${path}' = @{\n${[...ofOptions, ...ofArguments].join('\n')}\n        }`;
}

function entry(key: string, value: string): string {
  return `            '${key}' = ${value}`;
}

function list({ words, files }: Offer): string {
  const offered = [...words, ...(files ?? []).map((ending) => `*.${ending}`)];
  return `@(${offered.map((word) => `'${word}'`).join(', ')})`;
}
