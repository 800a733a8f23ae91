// Reads a graph from stdin as the programs do that it is written for, and prints what they see as
// JSON: {"nodes": {id: facts}, "links": [[source, target, facts]]}.
// node read.mjs dot|mermaid NODE_MODULES

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readFileSync } from "node:fs";

const [language, modules] = process.argv.slice(2);
const require = createRequire(join(modules, "anything.js"));
const text = readFileSync(0, "utf8");

async function dot() {
  const viz = await require("@viz-js/viz").instance();
  const graph = viz.renderJSON(text);
  const objects = graph.objects ?? [];
  const links = (graph.edges ?? []).map((edge) => [
    objects[edge.tail].name,
    objects[edge.head].name,
    edge,
  ]);
  const drawn = viz.renderString(text, { format: "svg" });
  const shown = [...drawn.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((match) => match[1]);
  return { nodes: Object.fromEntries(objects.map((node) => [node.name, node])), links, shown };
}

async function mermaid() {
  const { JSDOM } = require("jsdom");
  const page = new JSDOM("");
  globalThis.window = page.window;
  globalThis.document = page.window.document;
  const path = join(modules, "mermaid", "dist", "mermaid.core.mjs");
  const { default: mermaid } = await import(pathToFileURL(path));
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  // Mermaid itself puts the characters of its entity codes into the picture that it has drawn.
  const decoded = (label) =>
    label
      .replace(/ﬂ°°(\d+)¶ß/g, (_, number) => String.fromCodePoint(Number(number)))
      .replace(/ﬂ°(\w+)¶ß/g, "&$1;");
  const nodes = [...db.getVertices()].map(([id, node]) => [id, { label: decoded(node.text) }]);
  const links = db.getEdges().map((edge) => [edge.start, edge.end, { stroke: edge.stroke }]);
  return { nodes: Object.fromEntries(nodes), links };
}

console.log(JSON.stringify(await { dot, mermaid }[language]()));
