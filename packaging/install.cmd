@echo off
rem Copies the packages to cTrader's folder; all of it is done by 'liq install'. Options go through: packaging\install.cmd --undo
dotnet run --configuration Release --project "%~dp0..\Shared\LiqIndicators.Workbench" -- install %*
exit /b %ERRORLEVEL%
