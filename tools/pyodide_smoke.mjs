// Install wheels into Pyodide under node and ask peaceops a question, as a page would.
//
// Usage: node tools/pyodide_smoke.mjs WHEEL...      (npm install pyodide first)
//
// Each WHEEL is a file: peaceops and the packages that it needs (of PyYAML any wheel serves: its
// compiled part is optional and left alone). Nothing is fetched.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const wheels = process.argv.slice(2);
if (wheels.length === 0) {
  console.error("usage: node tools/pyodide_smoke.mjs WHEEL...");
  process.exit(2);
}
const require = createRequire(join(process.cwd(), "package.json"));
const { loadPyodide } = await import(pathToFileURL(require.resolve("pyodide/pyodide.mjs")));
const python = await loadPyodide();
for (const wheel of wheels) {
  python.unpackArchive(new Uint8Array(readFileSync(wheel)), "wheel");
}
const answer = python.runPython(`
import json, pathlib, sys
import peaceops as po

mission = po.missions["un-minusma"]
tasks = po.tasks.mandated().countering(po.CrimeType.ARMS_TRAFFICKING).active_on("2014-06-30")
light = "yaml" not in sys.modules and "cattrs" not in sys.modules
path = pathlib.Path("mine/places/example.yaml")
path.parent.mkdir(parents=True)
path.write_text('id: example\\nname: "Example"\\nkind: region\\n')
mine = po.read_yaml("mine", onto=po.load())
json.dumps({
    "python": sys.version.split()[0],
    "platform": sys.platform,
    "version": po.__version__,
    "fingerprint": po.load().verify(),
    "acronym": mission.acronym,
    "mandates": len(mission.mandates),
    "owners": sorted({task.owner for task in tasks}),
    "html": mission._repr_html_().startswith("<table>"),
    "cited": "S/RES/2100 (2013)" in po.load().cite("apa", of=mission),
    "light": light,
    "overlay": mine.places["example"].name,
})
`);
console.log(answer);
