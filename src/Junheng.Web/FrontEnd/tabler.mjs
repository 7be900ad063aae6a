// Of Tabler's style sheet only what the pages can use: rules whose classes occur in a page or script, and the variables that those rules and our own sheets read.
// The whole sheet is 620 KB, which an old computer parses on every page and a phone waits for.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

// A sheet as a list of { head, body } (a declaration block) and { head, rules } (an at-rule around others).
const parse = (css) => {
  let at = 0;
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const list = () => {
    const rules = [];
    for (;;) {
      const start = at;
      while (at < text.length && !'{};'.includes(text[at])) at += text[at] === '"' || text[at] === "'" ? text.indexOf(text[at], at + 1) - at + 1 : 1;
      const head = text.slice(start, at).trim();
      const end = text[at++];
      if (end !== '{') {
        if (head && end === ';') rules.push({ head, body: null });
        if (end === '}' || end === undefined) return rules;
        continue;
      }
      if (/^@(media|supports|layer|container)/.test(head)) {
        rules.push({ head, rules: list() });
        continue;
      }
      const from = at;
      for (let depth = 1; depth > 0; at++) depth += text[at] === '{' ? 1 : text[at] === '}' ? -1 : 0;
      rules.push({ head, body: text.slice(from, at - 1) });
    }
  };
  return list();
};

// Selectors of a head, split at commas that stand in no parentheses.
const selectors = (head) => head.split(/,(?![^(]*\))/).map((each) => each.trim());

const write = (rules) => rules.map((rule) => (rule.rules ? `${rule.head}{${write(rule.rules)}}` : rule.body === null ? `${rule.head};` : `${rule.head}{${rule.body}}`)).join('');

const files = (folder, ending) => readdirSync(folder, { recursive: true }).filter((name) => ending.test(name)).map((name) => readFileSync(join(folder, name), 'utf8'));

export const usedOfTabler = (here) => {
  const web = join(here, '..');
  const pages = [...files(join(web, 'Features'), /\.razor$/), ...files(join(web, 'Shared'), /\.razor$/)];
  const words = new Set(pages.flatMap((page) => [...page.matchAll(/class="([^"]*)"/g)]).flatMap(([, names]) => names.split(/[^\w-]+/)));
  for (const script of files(here, /\.js$/)) for (const [, name] of script.matchAll(/['"`. ]([a-z][\w-]*)/g)) words.add(name);
  const own = [...files(here, /\.css$/), ...files(join(web, 'Features'), /\.css$/)].join('\n');

  const isUsed = (selector) => !/\[data-bs-|\[data-theme|\[dir=/.test(selector) && [...selector.replace(/\\./g, '_').matchAll(/\.([a-zA-Z_][\w-]*)/g)].every(([, name]) => words.has(name));
  const keep = (rules) =>
    rules.flatMap((rule) => {
      if (rule.rules) {
        const inner = keep(rule.rules);
        return inner.length ? [{ head: rule.head, rules: inner }] : [];
      }
      if (rule.head.startsWith('@')) return rule.head.startsWith('@charset') ? [] : [rule];
      const kept = selectors(rule.head).filter(isUsed);
      return kept.length ? [{ head: kept.join(','), body: rule.body }] : [];
    });

  const sheet = readFileSync(join(here, '..', 'node_modules/@tabler/core/dist/css/tabler.min.css'), 'utf8');
  const licence = sheet.match(/\/\*![\s\S]*?\*\//)?.[0] ?? '';
  let kept = keep(parse(sheet));
  const animations = new Set([...(own + write(kept.filter((rule) => !rule.head.startsWith('@')))).matchAll(/animation(?:-name)?:\s*([\w-]+)/g)].map(([, name]) => name));
  kept = kept.filter((rule) => !/^@(-webkit-)?keyframes/.test(rule.head) || animations.has(rule.head.split(/\s+/)[1]));

  const declarations = (body) => body.split(/;(?![^(]*\))/);

  // What Chromium 109 does not know goes; our own tokens stand in its place.
  const tooNew = /light-dark\(|color-mix\(|\(from |oklch\(/;
  const known = (rules) => rules.flatMap((rule) => {
    if (rule.rules) return [{ head: rule.head, rules: known(rule.rules) }];
    if (rule.body === null || rule.head.startsWith('@')) return [rule];
    const left = declarations(rule.body).filter((line) => !tooNew.test(line));
    return left.length ? [{ head: rule.head, body: left.join(';') }] : [];
  });
  kept = known(kept);

  // Variables nobody reads go, and with them those that only they read.
  const variable = /^\s*(--[\w-]+)\s*:/;
  for (;;) {
    const read = new Set([...(own + write(kept)).matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
    let gone = 0;
    const thin = (rules) =>
      rules.flatMap((rule) => {
        if (rule.rules) return [{ head: rule.head, rules: thin(rule.rules) }];
        if (rule.body === null || rule.head.startsWith('@')) return [rule];
        const lines = declarations(rule.body);
        const left = lines.filter((line) => !variable.test(line) || read.has(line.match(variable)[1]));
        gone += lines.length - left.length;
        return left.length ? [{ head: rule.head, body: left.join(';') }] : [];
      });
    kept = thin(kept);
    if (gone === 0) return licence + write(kept);
  }
};
