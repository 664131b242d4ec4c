import { describe, expect, it } from 'vitest';
import { familyOf, installCommand } from './distribution';

describe('familyOf', () => {
  it.each([
    ['ID=debian\nVERSION_ID="12"', 'debian'],
    ['NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian', 'debian'],
    ['ID=linuxmint\nID_LIKE="ubuntu debian"', 'debian'],
    ['ID=fedora', 'fedora'],
    ['ID="rocky"\nID_LIKE="rhel centos fedora"', 'fedora'],
    ['ID=manjaro\nID_LIKE=arch', 'arch'],
    ['ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"', 'suse'],
    ['ID=nixos', 'unknown'],
    ['', 'unknown'],
    ['VERSION_ID=debian', 'unknown'],
  ])('reads %j as %s', (text, family) => {
    expect(familyOf(text)).toBe(family);
  });
});

describe('installCommand', () => {
  it('is a command that can be pasted where the package manager is known', () => {
    expect(installCommand('debian', 'ntfs-3g')).toBe('sudo apt install ntfs-3g');
    expect(installCommand('fedora', 'ntfsprogs')).toBe('sudo dnf install ntfsprogs');
    expect(installCommand('arch', 'wimlib')).toBe('sudo pacman -S wimlib');
    expect(installCommand('suse', 'libwim15')).toBe('sudo zypper install libwim15');
  });

  it('names the package where it is not', () => {
    expect(installCommand('unknown', 'ntfs-3g')).toContain('ntfs-3g');
  });
});
