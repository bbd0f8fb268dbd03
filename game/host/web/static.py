"""The host's own style sheet and script: small, without anything from elsewhere."""

CSS = """
:root { color-scheme: light; --paper: #f7f3ea; --ink: #22201c; --soft: #5c564c; --line: #b9b09f; --deep: #14506b; }
* { box-sizing: border-box; }
html { font: 1.0625rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; background: var(--paper);
  color: var(--ink); }
body { margin: 0 auto; max-width: 40rem; padding: 0.5rem 1rem 3rem; overflow-wrap: anywhere; }
h1 { font: 600 1.6rem/1.2 Georgia, "Noto Serif", serif; margin: 1rem 0 0.5rem; }
h2 { font: 600 1.2rem/1.3 Georgia, "Noto Serif", serif; margin: 1.6rem 0 0.4rem; }
p, ul, ol, dl { margin: 0.5rem 0; }
li { margin: 0.25rem 0; }
a { color: var(--deep); }
button, .button { font: inherit; font-weight: 600; min-height: 2.9rem; padding: 0.5rem 1rem; margin: 0.25rem 0;
  border: 2px solid var(--deep); border-radius: 0.4rem; background: #fff; color: var(--deep); cursor: pointer;
  text-align: left; }
.button { display: inline-block; }
button.first { background: var(--deep); color: #fff; }
button.grave { border-color: #8c2f1b; color: #8c2f1b; }
:focus-visible { outline: 3px solid #b8860b; outline-offset: 2px; }
fieldset { border: 1px solid var(--line); border-radius: 0.4rem; margin: 0.75rem 0; padding: 0.5rem 0.75rem; }
fieldset label { display: block; padding: 0.4rem 0; }
input[type=text], input:not([type]) { font: inherit; width: 100%; padding: 0.5rem; border: 1px solid var(--soft);
  border-radius: 0.3rem; background: #fff; color: inherit; }
input[type=radio], input[type=checkbox] { width: 1.25rem; height: 1.25rem; vertical-align: -0.2rem; }
code, .code { font-family: ui-monospace, "Cascadia Mono", Menlo, monospace; overflow-wrap: anywhere; }
.code { font-size: 1.25rem; font-weight: 600; }
.notice { border-left: 4px solid #b8860b; padding: 0.4rem 0.75rem; background: #fff; }
.small { font-size: 0.9rem; color: var(--soft); }
header p, footer p { color: var(--soft); font-size: 0.9rem; }
table { border-collapse: collapse; margin: 0.5rem 0; }
th, td { text-align: left; padding: 0.3rem 0.9rem 0.3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td.number { font-size: 1.4rem; font-weight: 600; font-variant-numeric: tabular-nums; }
body.screen { max-width: none; min-height: 100vh; display: grid; place-items: center; padding: 2vmin; }
body.screen main { display: flex; flex-wrap: wrap; gap: 4vmin; align-items: center; justify-content: center; }
body.screen h1 { font-size: clamp(1.6rem, 6vmin, 4rem); }
body.screen .address { font-size: clamp(1.2rem, 4.5vmin, 3rem); font-weight: 600; }
body.screen p { font-size: clamp(1rem, 2.4vmin, 1.7rem); max-width: 34em; }
body.screen p.small { font-size: clamp(0.9rem, 1.7vmin, 1.1rem); }
.qr svg { display: block; width: 72vmin; max-width: 90vw; height: auto; background: #fff; }
body.halves .door { display: flex; flex-wrap: wrap; gap: 3vmin; align-items: center; justify-content: center; }
body.halves .qr svg { width: 36vmin; }
body.halves .door h1 { font-size: clamp(1.3rem, 3.6vmin, 2.6rem); }
body.halves .address { font-size: clamp(1.1rem, 3vmin, 2.2rem); }
body.halves .door > div:last-child { max-width: 24em; }
.some { min-width: 50%; padding-left: 2vmin; }
body.screen .some h2 { font-size: clamp(1.3rem, 4vmin, 2.8rem); margin-top: 0; text-wrap: balance; }
.shown { list-style: none; padding: 0; margin: 0; font-size: clamp(1.2rem, 3.6vmin, 2.6rem); line-height: 1.25; }
.shown li { border-left: 0.25em solid var(--deep); padding: 0.2em 0 0.2em 0.5em; margin: 0.5em 0; }
.ballot button { display: flex; align-items: center; gap: 0.75rem; width: 100%; margin: 0.5rem 0; padding: 0.6rem; }
.ballot b { flex: none; min-width: 2.4rem; padding: 0.2rem; border-radius: 0.3rem; background: var(--ink); color: #fff;
  font-size: 1.5rem; line-height: 1.3; text-align: center; }
.ballot span { flex: 1; min-width: 0; }
.ballot i { flex: none; width: 1.3rem; font-style: normal; font-size: 1.3rem; }
.ballot .blank { font-weight: 400; }
.ballot .mine { background: #d7e8f0; color: var(--ink); box-shadow: inset 0 0 0 3px var(--deep); }
.told { min-height: 3.9rem; }
.again { margin: 1.2rem 0; }
.again .button { display: inline-block; }
@media (min-aspect-ratio: 4/3) { body.screen main { flex-wrap: nowrap; } }
"""

JS = """
// Waits for the room. Pages of students ask now and then how it is, and are shown again when that has changed; the
// lecturer's page looks at itself and takes over the figures.
"use strict";
(() => {
  const here = document.body;
  const was = here.dataset.state;
  if (!was) return;
  const pace = Number(here.dataset.pace) || 4000;
  if (here.dataset.pace) history.scrollRestoration = "manual"; // another question begins at its top
  let sends = false; // what is being sent is not to be cut off by a look
  addEventListener("submit", () => { sends = true; });
  addEventListener("pageshow", () => { sends = false; });
  const look = async () => {
    const own = document.querySelector("[data-live]");
    const answer = await fetch(own ? location.href : "/state", { cache: "no-store" });
    if (!answer.ok) return;
    const text = await answer.text();
    if (!own) { if (text !== was && !sends) location.reload(); return; }
    const other = new DOMParser().parseFromString(text, "text/html");
    if (other.body.dataset.state !== was) { location.reload(); return; }
    const fresh = other.querySelector("[data-live]");
    if (fresh && fresh.innerHTML !== own.innerHTML) own.replaceWith(fresh);
  };
  let turns = 0; // a page that nobody looks at asks only now and then
  const now = () => (sends || (document.hidden && ++turns % 8) ? Promise.resolve() : look().catch(() => {}));
  const again = () => setTimeout(() => now().finally(again), pace + Math.random() * pace / 2);
  document.addEventListener("visibilitychange", now); // a phone that slept looks at once
  again();
})();
"""
