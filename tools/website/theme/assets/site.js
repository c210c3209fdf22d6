"use strict";
// Search, filters, colours: plain JavaScript that needs no server and fetches nothing.
(() => {
  const root = document.body.dataset.root;
  const $ = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/\u2019/g, "'").toLowerCase();

  // --- colours ---
  const button = $("button.theme");
  const dark = () => (document.documentElement.dataset.theme
    || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const label = () => { button.textContent = dark() ? "Light" : "Dark"; };
  button.hidden = false;
  label();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", label);
  button.addEventListener("click", () => {
    const theme = dark() ? "light" : "dark";
    document.documentElement.dataset.theme = theme;
    try { localStorage.setItem("peaceops-theme", theme); } catch { /* not kept, still shown */ }
    label();
  });

  // --- search ---
  const IDLE = new Set(("a an and are about by did do does for how in is of on or that the to "
    + "was were what when where which who change changed").split(" "));
  let index = null;
  const loading = () => (index ? Promise.resolve(index) : new Promise((resolve) => {
    const done = () => {
      if (!index) {
        index = window.peaceopsIndex.map(([title, what, path, words, names, hint], order) => ({
          title, what, path, order, hint, names: names.map(fold), head: fold(title), text: ` ${fold(title)} ${fold(words)}`,
        }));
      }
      resolve(index);
    };
    if (window.peaceopsIndex) { done(); return; }
    const script = document.createElement("script");
    script.src = `${root}assets/search-index.js`;
    script.addEventListener("load", done);
    document.head.append(script);
  }));
  const WEIGHT = { mission: 7, regime: 6, document: 3, instrument: 6, project: 4, page: 2 };
  const bound = /[\s/().,:;'"\u2019-]/;
  function points(entry, words, whole) {
    let sum = entry.names.includes(whole) ? 300 : 0;
    let met = 0;
    for (const word of words) {
      let best = 0;
      for (let at = entry.text.indexOf(word); at >= 0; at = entry.text.indexOf(word, at + 1)) {
        const starts = bound.test(entry.text[at - 1] ?? " ");
        const ends = bound.test(entry.text[at + word.length] ?? " ");
        const inTitle = at <= entry.head.length;
        best = Math.max(best, (inTitle ? 6 : 2) * (starts ? (ends ? 4 : 2) : 0.3));
        if (best >= 24) break;
      }
      if (best) met += 1;
      sum += entry.names.includes(word) ? 60 : best;
    }
    if (!met) return 0;
    return met * 1000 + sum + (WEIGHT[entry.what] ?? 1) - Math.min(entry.head.length, 200) / 100;
  }
  function find(query) {
    const whole = fold(query).trim();
    let words = whole.split(/[^\p{L}\p{N}.-]+/u).filter(Boolean);
    const kept = words.filter((word) => !IDLE.has(word));
    if (kept.length) words = kept;
    if (!words.length) return [];
    const scored = index.map((entry) => [points(entry, words, whole), entry]).filter(([sum]) => sum > 0);
    const most = scored.reduce((max, [sum]) => Math.max(max, Math.floor(sum / 1000)), 0);
    return scored.filter(([sum]) => Math.floor(sum / 1000) === most)
      .sort((a, b) => b[0] - a[0] || a[1].order - b[1].order).map(([, entry]) => entry);
  }
  function link(entry) {
    const a = document.createElement("a");
    a.href = root + entry.path;
    const what = document.createElement("small");
    what.textContent = entry.what;
    a.append(entry.title, " ", what);
    if (!entry.hint || entry.hint === entry.title) return [a];
    const hint = document.createElement("span");
    hint.className = "hint";
    hint.textContent = entry.hint;
    return [a, hint];
  }
  const form = $("form.search");
  const input = $("input", form);
  const box = $(".results", form);
  const close = () => { box.hidden = true; };
  async function suggest() {
    const query = input.value;
    if (!query.trim()) { close(); return; }
    await loading();
    if (query !== input.value) return;
    const found = find(query);
    box.replaceChildren(...found.slice(0, 8).map((entry) => {
      const [a, hint] = link(entry);
      if (hint) a.append(hint);
      return a;
    }));
    if (!found.length) box.textContent = "Nothing fits.";
    if (found.length > 8) {
      const more = document.createElement("a");
      more.href = `${root}search.html?q=${encodeURIComponent(query)}`;
      more.textContent = `All ${found.length} results`;
      box.append(more);
    }
    box.hidden = false;
  }
  input.addEventListener("focus", loading, { once: true });
  input.addEventListener("input", suggest);
  form.addEventListener("keydown", (event) => {
    const links = [input, ...all("a", box)];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") { close(); input.focus(); }
    if (box.hidden || at < 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) { event.preventDefault(); links[(at + step + links.length) % links.length].focus(); }
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) setTimeout(close, 150);
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      input.focus();
    }
  });
  const results = $("#all-results");
  if (results) {
    const query = new URLSearchParams(location.search).get("q") ?? "";
    input.value = query;
    if (query.trim()) {
      loading().then(() => {
        const found = find(query);
        $("#found").textContent = `${found.length} ${found.length === 1 ? "result" : "results"} for “${query}”`
          + (found.length > 200 ? ", the first 200:" : "");
        results.replaceChildren(...found.slice(0, 200).map((entry) => {
          const item = document.createElement("li");
          item.append(...link(entry));
          return item;
        }));
      });
    }
  }

  // --- mandates fold open ---
  const fold_all = $("button.fold");
  if (fold_all) {
    fold_all.hidden = false;
    fold_all.addEventListener("click", () => {
      const open = fold_all.textContent === "Open all";
      for (const one of all("details.mandate")) one.open = open;
      fold_all.textContent = open ? "Close all" : "Open all";
    });
  }
  const unfold = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement && !target.open) {
      target.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", unfold);
  unfold();
  for (const one of all("aside.contents details, nav.guide details")) {
    if (matchMedia("(max-width: 62rem)").matches) one.open = false;
  }

  // --- filters of a list ---
  const filters = $("form.filters");
  if (!filters) return;
  filters.hidden = false;
  const rows = all("table.records tbody tr").map((row) => ({ row, data: row.dataset, text: fold(row.textContent) }));
  const fields = [...filters.elements].filter((field) => field.name);
  const value = (name) => filters.elements[name]?.value ?? "";

  // What peaceops.Span.standing says, from the days that the row carries.
  function standing(text, day) {
    if (!text) return "unknown";
    const [startMin, startMax, endMin, endMax, open, known] = text.split("/");
    if (startMin && day < startMin) return "not-yet";
    let sure;
    if (endMin) {
      if (day > endMax) return "over";
      sure = day <= endMin;
    } else if (known && day > known) {
      return open === "ended" ? "over" : "unknown";
    } else {
      sure = open !== "ended";
    }
    return sure && startMax && day >= startMax ? "in-force" : "possible";
  }
  // A value, or a value with the days on which it may hold: piracy/2008-06-02/2009-01-01.
  const holds = (tokens, wanted, day) => tokens.split(" ").some((token) => {
    const [code, first, last] = token.split("/");
    return code === wanted && (!day || !first || (first <= day && day <= last));
  });
  function fits({ data, text }, wanted) {
    for (const [name, want] of wanted) {
      if (name === "text") { if (!text.includes(fold(want))) return false; }
      else if (name === "from") { if (!data.years || data.years.slice(11) < `${want.padStart(4, "0")}-01-01`) return false; }
      else if (name === "to") { if (!data.years || data.years.slice(0, 10) > `${want.padStart(4, "0")}-12-31`) return false; }
      else if (name === "on") {
        const found = standing(data.on, want);
        const status = value("standing") || "may";
        const right = status === "may" ? found === "in-force" || found === "possible" : found === status;
        if (!right) return false;
      } else if (name === "standing") continue;
      else if (!holds(data[name] ?? "", want, value("on"))) return false;
    }
    return true;
  }
  const count = $("#count");
  const none = $("#none");
  function apply() {
    const wanted = fields.map((field) => [field.name, field.value.trim()]).filter(([, want]) => want);
    let shown = 0;
    for (const one of rows) {
      const fit = fits(one, wanted);
      if (one.row.hidden === fit) one.row.hidden = !fit;
      if (fit) shown += 1;
    }
    count.textContent = shown.toLocaleString("en");
    none.hidden = shown > 0;
    const day = value("on");
    const state = wanted.filter(([name, want]) => name !== "standing" || (day && want !== "may"));
    const hash = new URLSearchParams(state).toString();
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }
  function restore() {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) {
      if (state.has(field.name)) field.value = state.get(field.name);
    }
    apply();
  }
  filters.addEventListener("input", apply);
  filters.addEventListener("submit", (event) => event.preventDefault());
  filters.addEventListener("reset", () => setTimeout(apply));
  $("button.clear").addEventListener("click", () => filters.reset());
  addEventListener("hashchange", restore);
  restore();
})();
