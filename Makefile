# Hai lệnh chính:  make report   (làm báo cáo Word của năm mẫu vào out/)
#                  make test     (chạy bộ kiểm thử)
# Mỗi lệnh tự lập môi trường .venv khi cần; chỉ cần python3 (3.11 trở lên, có venv) và make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PYTHONUTF8 := 1

.PHONY: report site wheel windows test fuzz check format types lint layers data docs bench setup clean

report: $(VENV)/.runtime
	@$(BIN)/truyenthong -C examples/2020-2021 report --as-of 2021-06-01 --out out

# Trang hướng dẫn sử dụng, mở không cần mạng: src/truyenthong/site/index.html; «truyenthong docs» mở nó.
site: $(VENV)/.runtime $(VENV)/site/.ready
	$(BIN)/python tools/make_site.py $(VENV)/site/bin/mkdocs

$(VENV)/site/.ready: requirements/site.lock
	$(PYTHON) -m venv $(VENV)/site
	$(VENV)/site/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/site.lock
	@touch $@

# Gói cài của chương trình, cho máy văn phòng: pipx install dist/truyenthong-….whl
wheel: site
	$(BIN)/python -m hatchling build --target wheel

# Gói cho máy Windows không có Python: giải nén, nhấp đúp truyenthong.cmd.
windows: $(VENV)/.runtime
	$(BIN)/python tools/make_windows.py

# Tệp mở mà không nói bảng mã là lỗi của chương trình: chỉ bộ kiểm thử mới cần cảnh báo ấy.
test: $(VENV)/.dev
	PYTHONWARNDEFAULTENCODING=1 $(BIN)/python -m pytest

# Thử chương trình với tệp hỏng, lệnh gõ sai, máy ngắt giữa chừng: make fuzz MINUTES=30 SEED=7
MINUTES ?= 10
SEED ?= 1
fuzz: $(VENV)/.dev
	PYTHONPATH=src:tests $(BIN)/python tests/robust/campaign.py --minutes $(MINUTES) --seed $(SEED)

# Ngắt remind --send ở từng bước, nghìn lần, với máy chủ thư thật trong máy: make mail-campaign CASES=1000 SEED=1
CASES ?= 1000
LETTERS ?= 10000
mail-campaign: $(VENV)/.dev
	PYTHONPATH=src:tests $(BIN)/python tests/robust/mail_campaign.py --cases $(CASES) --seed $(SEED)
	PYTHONPATH=src:tests $(BIN)/python tests/robust/mailbox_campaign.py --letters $(LETTERS)

check: format lint types layers test data

format: $(VENV)/.dev
	$(BIN)/ruff format --check .

lint: $(VENV)/.dev
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

layers: $(VENV)/.dev
	$(BIN)/lint-imports

data: $(VENV)/.dev
	$(BIN)/truyenthong validate
	$(BIN)/truyenthong template check
	$(BIN)/python tools/make_docs.py --check
	$(BIN)/python tools/make_schema.py --check
	$(BIN)/python examples/make_example.py --check

docs: $(VENV)/.dev
	$(BIN)/python tools/make_docs.py
	$(BIN)/python tools/make_schema.py

# Đo bên cạnh các chương trình khác; chúng được cài vào một chỗ riêng. Có Node.js thì đo cả các chương trình của nó.
bench: $(VENV)/.dev $(VENV)/bench/.ready $(VENV)/bench/node/.ready
	$(BIN)/python benchmarks/bench.py $(VENV)/bench/bin/python

$(VENV)/bench/.ready: benchmarks/requirements.txt
	$(PYTHON) -m venv $(VENV)/bench
	$(VENV)/bench/bin/python -m pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt
	@touch $@

$(VENV)/bench/node/.ready: benchmarks/package.json benchmarks/package-lock.json
	mkdir -p $(VENV)/bench/node
	cp benchmarks/package.json benchmarks/package-lock.json $(VENV)/bench/node
	if command -v npm > /dev/null; then cd $(VENV)/bench/node && npm ci --no-audit --no-fund; fi
	@touch $@

setup: $(VENV)/.dev

$(BIN)/python:
	@echo "Lần đầu: lập môi trường .venv và cài các thư viện đã khóa, mất vài phút."
	@$(PYTHON) -m venv $(VENV)

# Thư viện được khóa bằng mã băm: cài đúng từng tệp đã ghi trong requirements/. Bản khóa ghi đủ cả thư viện mà
# thư viện khác cần, nên pip không tự tìm thêm (--no-deps), kẻo có bản mới ra là nó chọn bản ấy; xong thì soát lại.
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps

$(VENV)/.runtime: $(BIN)/python requirements/runtime.lock requirements/build.lock pyproject.toml
	@$(PIP) --require-hashes -r requirements/runtime.lock
	@$(PIP) --require-hashes -r requirements/build.lock
	@$(PIP) --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.runtime requirements/dev.lock
	@$(PIP) --require-hashes -r requirements/dev.lock
	@$(BIN)/python -m pip check --quiet --disable-pip-version-check
	@touch $@

clean:
	rm -rf $(VENV) out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
