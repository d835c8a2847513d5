// Renders with one engine of node, as word.py does with those of Python.
"use strict";
const fs = require("fs");
const path = require("path");

function docxtemplater(file) {
  const PizZip = require("pizzip");
  const Docxtemplater = require("docxtemplater");
  const source = fs.readFileSync(file);
  return async (values) => {
    const document = new Docxtemplater(new PizZip(source), { paragraphLoop: true, linebreaks: true });
    document.render(values);
    return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
  };
}

function carbone(file) {
  const engine = require("carbone");
  return (values) =>
    new Promise((resolve, reject) =>
      engine.render(path.resolve(file), values, (error, made) => (error ? reject(error) : resolve(made))),
    );
}

function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)];
}

async function timed(engine, templates, folder) {
  const found = {};
  for (const task of fs.readdirSync(folder).filter((name) => name.endsWith(".json")).sort()) {
    const name = task.replace(".json", "");
    const values = JSON.parse(fs.readFileSync(path.join(folder, task)));
    const paper = engine(path.join(templates, `${name}.docx`));
    await paper(values[0]);
    const times = [];
    for (const one of values) {
      const start = process.hrtime.bigint();
      await paper(one);
      times.push(Number(process.hrtime.bigint() - start) / 1e9);
    }
    found[name] = [median(times), times.reduce((sum, one) => sum + one, 0)];
  }
  console.log(JSON.stringify(found));
}

async function papers(engine, template, data, out) {
  fs.mkdirSync(out, { recursive: true });
  const paper = engine(template);
  for (const [place, values] of JSON.parse(fs.readFileSync(data)).entries()) {
    fs.writeFileSync(path.join(out, `${place}.docx`), await paper(values));
  }
}

const [name, how, ...rest] = process.argv.slice(2);
const engine = { docxtemplater, carbone }[name];
const done = how === "time" ? timed(engine, path.join(rest[0], name), rest[0]) : papers(engine, ...rest);
done.catch((error) => {
  console.error(error);
  process.exit(1);
});
