// The search of the manual: it needs no server, and finds words typed without Vietnamese marks.
(function () {
  "use strict";
  const parts = window.truyenthongParts || [];
  const base = document.currentScript.src.replace(/[^/]*$/, "");
  const exact = (text) => text.normalize("NFC").toLowerCase();
  const plain = (text) =>
    exact(text).normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");

  const keyed = new Map();
  function keysOf(part, key) {
    if (!keyed.has(key)) keyed.set(key, new Map());
    const known = keyed.get(key);
    if (!known.has(part)) known.set(part, { title: ` ${key(part.title)}`, text: ` ${key(part.text)}` });
    return known.get(part);
  }

  function found(query, key) {
    const wanted = key(query).trim();
    const words = wanted.split(/\s+/);
    const scored = [];
    for (const part of parts) {
      const { title, text } = keysOf(part, key);
      const starts = (word) => {
        const begin = new RegExp(`(^|[^\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`, "u");
        return begin.test(title) || begin.test(text);
      };
      if (!words.every(starts)) continue;
      const score = (title.includes(wanted) ? 100 : 0) + (text.includes(` ${wanted}`) ? 10 : 0);
      scored.push({ part, score });
    }
    return scored.sort((one, other) => other.score - one.score).map((one) => one.part);
  }

  function around(text, query) {
    const place = Math.max(0, plain(text).indexOf(plain(query).trim().split(/\s+/)[0]));
    const start = text.lastIndexOf(" ", Math.max(0, place - 50)) + 1;
    return `${start > 0 ? "… " : ""}${text.slice(start, start + 180).replace(/\s\S*$/, "")} …`;
  }

  function show(query, list, note) {
    list.textContent = "";
    const typedPlain = plain(query) === exact(query);
    const hits = query.trim().length < 2 || typedPlain ? [] : found(query, exact);
    const all = hits.length || query.trim().length < 2 ? hits : found(query, plain);
    note.textContent = query.trim().length < 2 ? "" : all.length ? `${all.length} mục` : "Không tìm thấy.";
    for (const part of all.slice(0, 40)) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = base + part.to;
      link.textContent = part.page === part.title ? part.title : `${part.page} › ${part.title}`;
      const words = document.createElement("p");
      words.textContent = around(part.text, query);
      item.append(link, words);
      list.append(item);
    }
  }

  function build() {
    const header = document.querySelector(".md-header__inner");
    if (!header) return;
    const box = document.createElement("form");
    box.className = "tim-kiem";
    box.setAttribute("role", "search");
    box.innerHTML =
      '<label for="tim-kiem-chu">Tìm trong hướng dẫn</label>' +
      '<input id="tim-kiem-chu" type="search" autocomplete="off" placeholder="Tìm, có dấu hay không dấu">' +
      '<div class="tim-kiem-ket-qua" hidden><p role="status"></p><ol></ol></div>';
    header.append(box);
    const [input, panel] = [box.querySelector("input"), box.querySelector("div")];
    const refresh = () => {
      panel.hidden = input.value.trim().length < 2;
      show(input.value, panel.querySelector("ol"), panel.querySelector("p"));
    };
    input.addEventListener("input", refresh);
    input.addEventListener("focus", refresh);
    box.addEventListener("submit", (event) => {
      event.preventDefault();
      const first = panel.querySelector("a");
      if (first) window.location.href = first.href;
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") panel.hidden = true;
    });
    document.addEventListener("click", (event) => {
      if (!box.contains(event.target)) panel.hidden = true;
    });
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", build);
  else build();
})();
