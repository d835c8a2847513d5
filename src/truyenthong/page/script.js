(() => {
  "use strict";
  const form = document.getElementById("loc");
  const find = document.getElementById("tim");
  const order = document.getElementById("xep");
  const late = document.getElementById("chi-cham");
  const count = document.getElementById("dem");
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d");
  const groups = [...document.querySelectorAll(".nhom")].map((box) => ({
    box,
    bodies: [...box.querySelectorAll("tbody")].map((body) => ({
      body,
      rows: [...body.rows].map((row, place) => ({
        row, place, name: row.cells[0].textContent, key: plain(row.cells[0].textContent), days: Number(row.dataset.cham || 0),
      })),
    })),
  }));
  const ways = {
    "": (a, b) => a.place - b.place,
    ten: (a, b) => a.name.localeCompare(b.name, "vi"),
    cham: (a, b) => b.days - a.days || a.place - b.place,
  };
  const total = groups.reduce((sum, group) => sum + (group.bodies[0] ? group.bodies[0].rows.length : 0), 0);
  const show = () => {
    const words = plain(find.value).split(/\s+/).filter(Boolean);
    const fits = (one) => (!late.checked || one.days > 0) && words.every((word) => one.key.includes(word));
    let shown = 0;
    for (const { box, bodies } of groups) {
      let here = 0;
      bodies.forEach(({ body, rows }, table) => {
        rows.sort(ways[order.value]);
        for (const one of rows) {
          one.row.hidden = !fits(one);
          if (!one.row.hidden && table === 0) here += 1;
        }
        body.append(...rows.map((one) => one.row));
      });
      box.hidden = here === 0;
      shown += here;
    }
    count.textContent = shown === total ? "" : `Đang hiện ${shown} trên ${total} đơn vị`;
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  form.hidden = false;
})();
