@echo off
rem Nhap dup: mo cua so lenh trong thu muc ke-hoach. Go kem lenh: chay lenh ay.
setlocal
set "CHUONG_TRINH=%~dp0chuong-trinh"
if not "%~1"=="" goto run
if defined TRUYENTHONG_CUA_SO goto run
chcp 65001 > nul
if not exist "%~dp0ke-hoach" mkdir "%~dp0ke-hoach"
cd /d "%~dp0ke-hoach"
set "PATH=%~dp0;%PATH%"
set TRUYENTHONG_CUA_SO=1
title truyenthong
if exist data\plan.yaml (type "%CHUONG_TRINH%\hang-ngay.txt") else (type "%CHUONG_TRINH%\lan-dau.txt")
cmd /k
exit /b

:run
"%CHUONG_TRINH%\python\python.exe" -X utf8 -m truyenthong %*
exit /b %ERRORLEVEL%
