@echo off
rem The command line of the program in the folder above: its own Electron, run as Node, so nothing else has to be installed.
setlocal
set ELECTRON_RUN_AS_NODE=1
"%~dp0..\sticksmith.exe" "%~dp0..\resources\app.asar\dist\main\cli.js" %*
