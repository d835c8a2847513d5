#!/bin/sh
# Việc hằng ngày khi không có người trông máy: chạy «truyenthong daily», gửi danh sách đơn vị chậm cho Văn phòng, giữ nhật ký.
#
#   hang-ngay.sh THƯ_MỤC_KẾ_HOẠCH THƯ_MỤC_BÁO_CÁO [ĐỊA_CHỈ_NHẬN_THƯ] [TÙY CHỌN CỦA daily, ví dụ --send]
#
# Không có ai chậm thì không gửi thư. Không tính được (kế hoạch không đọc được, thiếu tệp...) thì thư nói vì sao; không
# bao giờ có thư trắng. Nhật ký ở THƯ_MỤC_KẾ_HOẠCH/nhat-ky.txt, mỗi dòng có ngày giờ; quá 1 MB thì bản cũ thành
# nhat-ky.cu.txt. Mã trả về là mã nặng nhất của các lệnh: 0 xong, 1 có điều chờ người xem, 3 không làm tiếp được.
#
# Biến TRUYENTHONG là chương trình (mặc định truyenthong), MAIL là lệnh gửi thư (mặc định mail), nhận -s TIÊU_ĐỀ ĐỊA_CHỈ.
set -u

if [ $# -lt 2 ]; then
  echo "Cách dùng: $0 THƯ_MỤC_KẾ_HOẠCH THƯ_MỤC_BÁO_CÁO [ĐỊA_CHỈ_NHẬN_THƯ] [--send]" >&2
  exit 2
fi
workspace=$1 reports=$2 address=
shift 2
case ${1-} in
  "" | -*) ;;
  *)
    address=$1
    shift
    ;;
esac
program=${TRUYENTHONG:-truyenthong} mail=${MAIL:-mail}
log=$workspace/nhat-ky.txt
most=1000000 # byte
worst=0

scratch=$(mktemp -d) || exit 3
trap 'rm -rf "$scratch"' EXIT
trap 'exit 143' TERM INT HUP

note() { # từng dòng đọc được, kèm ngày giờ
  while IFS= read -r line; do
    printf '%s  %s\n' "$(date '+%d/%m/%Y %H:%M:%S')" "$line"
  done >> "$log"
}

heavier() { # giữ mã nặng hơn trong hai mã
  for code in 70 3 2 1; do
    if [ "$1" -eq "$code" ] || [ "$worst" -eq "$code" ]; then
      worst=$code
      return
    fi
  done
  [ "$1" -eq 0 ] || worst=3
}

send() { # TIÊU_ĐỀ TỆP
  if [ -z "$address" ]; then
    return
  fi
  if [ ! -s "$2" ]; then
    echo "Không rõ lý do; xem nhật ký $log." > "$2"
  fi
  if "$mail" -s "$1" "$address" < "$2"; then
    echo "đã gửi thư «$1» tới $address" | note
  else
    echo "không gửi được thư «$1» tới $address" | note
    heavier 3
  fi
}

if [ -f "$log" ] && [ "$(wc -c < "$log")" -gt "$most" ]; then
  mv -f "$log" "$workspace/nhat-ky.cu.txt"
fi
if ! echo "bắt đầu việc hằng ngày" 2> "$scratch/log" | note 2> "$scratch/log"; then
  echo "Không ghi được nhật ký $log." >&2
  exit 3
fi

"$program" -C "$workspace" daily --out "$reports" "$@" >> "$log" 2>&1 # mỗi dòng của nó đã có ngày giờ
heavier $?

"$program" -C "$workspace" status --late --fail-on overdue > "$scratch/late" 2> "$scratch/trouble"
code=$?
heavier "$code"
case $code in
  0) echo "không có đơn vị nào chậm" | note ;;
  1)
    note < "$scratch/late"
    send "Đơn vị chậm gửi báo cáo, ngày $(date +%d/%m/%Y)" "$scratch/late"
    ;;
  *)
    note < "$scratch/trouble"
    send "Chưa tính được đơn vị nào chậm, ngày $(date +%d/%m/%Y)" "$scratch/trouble"
    ;;
esac
exit "$worst"
