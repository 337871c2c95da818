@echo off
rem Packs every algo; all of it is done by 'liq pack'. Options go through: packaging\pack.cmd --help
dotnet run --configuration Release --project "%~dp0..\Shared\LiqIndicators.Workbench" -- pack --root "%~dp0.." %*
exit /b %ERRORLEVEL%
