@echo off
rem Viec hang ngay tren Windows:  hang-ngay.cmd THU_MUC_KE_HOACH THU_MUC_BAO_CAO [--send]
rem Danh sach don vi cham o THU_MUC_BAO_CAO\cham.txt, mo bang Notepad; nhat ky o THU_MUC_KE_HOACH\nhat-ky.txt.
setlocal
chcp 65001 > nul
set PYTHONUTF8=1
if "%~2"=="" (
  echo Cach dung: %~nx0 THU_MUC_KE_HOACH THU_MUC_BAO_CAO
  exit /b 2
)
if not defined TRUYENTHONG set TRUYENTHONG=truyenthong
set LOG=%~1\nhat-ky.txt
if exist "%LOG%" for %%F in ("%LOG%") do if %%~zF gtr 1000000 move /y "%LOG%" "%~1\nhat-ky.cu.txt" > nul
if not exist "%~2" mkdir "%~2"
call "%TRUYENTHONG%" -C "%~1" daily --out "%~2" %3 %4 >> "%LOG%" 2>&1
set WORST=%ERRORLEVEL%
echo ==== %DATE% %TIME% viec hang ngay xong, ma %WORST% >> "%LOG%"
call "%TRUYENTHONG%" -C "%~1" status --late --fail-on overdue > "%~2\cham.txt" 2>> "%LOG%"
set LATE=%ERRORLEVEL%
echo ==== %DATE% %TIME% xem don vi cham xong, ma %LATE% >> "%LOG%"
if %LATE% gtr %WORST% set WORST=%LATE%
exit /b %WORST%
