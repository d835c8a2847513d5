@echo off
rem Lap lich 7 gio 30 moi ngay lam viec; chay mot lan, doi hai duong dan cho dung.
rem Go:  schtasks /Delete /TN truyenthong /F
schtasks /Create /TN truyenthong /SC WEEKLY /D MON,TUE,WED,THU,FRI /ST 07:30 ^
  /TR "\"%~dp0hang-ngay.cmd\" D:\ke-hoach D:\bao-cao"
