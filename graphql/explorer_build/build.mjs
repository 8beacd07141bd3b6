// Makes ../static/graphql/explorer/ from the packages of package-lock.json. See README.md.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const TARGET = "../static/graphql/explorer";

const result = await build({
  entryPoints: ["explorer.jsx"],
  outfile: `${TARGET}/explorer.js`,
  bundle: true,
  minify: true,
  jsx: "automatic",
  target: "es2020",
  legalComments: "none",
  metafile: true,
  // Its source, not its bundle: so only what GraphiQL uses of it comes along.
  alias: { "react-compiler-runtime": "./node_modules/react-compiler-runtime/src/index.ts" },
  define: { "process.env.NODE_ENV": '"production"' },
});

// Fonts would be nine tenths of the stylesheet: the reader's own will do.
const styles = `${TARGET}/explorer.css`;
writeFileSync(styles, readFileSync(styles, "utf8").replace(/@font-face\{[^}]*\}/g, ""));

const packages = new Set(
  Object.keys(result.metafile.inputs)
    .map((path) => path.match(/^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[0])
    .filter(Boolean),
);
const licences = [...packages].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}package.json`, "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return `${name} ${version}: ${license}\n\n${file ? readFileSync(folder + file, "utf8").trim() : ""}\n`;
});
writeFileSync(`${TARGET}/LICENCES.txt`, licences.join(`\n${"-".repeat(80)}\n\n`));
