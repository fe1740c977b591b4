@echo off
rem 把台账（.xlsx）或放着台账的文件夹拖到这个文件上：窗口里显示排名和要改的地方，旁边写出成绩。
setlocal
chcp 936 >nul
if "%~1"=="" (
  echo 请把台账拖到这个图标上。
  goto end
)
set "RESULT=%~dpn1-成绩.xlsx"
where wuwu >nul 2>nul
if errorlevel 1 (
  py -m wuwu --lang zh score "%~1" --xlsx "%RESULT%"
) else (
  wuwu --lang zh score "%~1" --xlsx "%RESULT%"
)
if errorlevel 3 goto cannot
if errorlevel 1 goto findings
echo.
echo 成绩已存到 %RESULT%
goto end
:findings
echo.
echo 上面列出的地方要改：改好台账，保存，再拖一次。
if exist "%RESULT%" echo 能计分的单位，成绩已存到 %RESULT%
goto end
:cannot
echo.
echo 文件读不了或写不了：成绩表如果正开着，请先关掉再试。
:end
echo.
pause
endlocal
