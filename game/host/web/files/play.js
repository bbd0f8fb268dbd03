// Forms are sent without leaving the page, once each, and again until they arrive. Without this file all works too.
"use strict";
(() => {
  const words = document.body.dataset;
  const said = document.getElementById("said");
  const say = text => { if (said) said.textContent = text; };
  const rest = ms => new Promise(on => {
    const timer = setTimeout(done, ms);
    function done() { clearTimeout(timer); removeEventListener("online", done); on(); }
    addEventListener("online", done);
  });
  let busy = false, waiting = 0, kettle = 0, looked = [];

  function show(html, part) {
    const next = new DOMParser().parseFromString(html, "text/html");
    if (!next.body.dataset.lost) return false;  // another kind of page: it comes with its own style
    clearInterval(kettle); kettle = 0; looked = [];
    document.title = next.title;
    document.body.className = next.body.className;
    for (const name of ["header", "main", "footer"]) {
      const old = document.querySelector(name), fresh = next.querySelector(name);
      if (old && fresh) old.replaceWith(fresh);
    }
    const open = part && document.getElementById(part);
    if (open) open.classList.add("open");
    const head = open || document.querySelector("h1");
    scrollTo(0, 0);
    if (head) head.focus({ preventScroll: !open });
    if (open) open.scrollIntoView();
    again();
    return true;
  }

  function fields(form, button) {
    const data = [...new FormData(form)];
    if (button && button.name) data.push([button.name, button.value]);
    const at = pair => looked.indexOf(pair[0]);  // windows in the order in which they were looked at
    if (looked.length) data.sort((a, b) => at(a) - at(b));
    return new URLSearchParams(data);
  }

  async function send(form, button) {
    const body = fields(form, button), part = new URL(form.action).hash.slice(1);
    let lost = 0;
    busy = true;
    document.querySelector("main").setAttribute("aria-busy", "true");
    for (;;) {
      try {
        const answer = await fetch("/play", { method: "POST", body, credentials: "same-origin" });
        if (answer.status < 500) {
          const html = await answer.text();
          busy = false;
          say(lost ? words.back : "");
          if (new URL(answer.url).pathname !== "/play") location.assign(answer.url);
          else if (!show(html, part)) location.assign("/play");
          return;
        }
      } catch { /* no connection just now */ }
      lost += 1;
      say(words.lost);
      await rest(Math.min(8000, 500 * 2 ** lost));
    }
  }

  function stop() {
    clearInterval(waiting);
    waiting = 0;
    said.ariaLive = "polite";
    document.querySelectorAll(".waits").forEach(one => one.classList.remove("waits"));
  }

  function wait(form, button) {
    let left = Number(form.dataset.wait);
    const tell = () => say(words.red.replace("{count}", left));
    form.classList.add("waits");
    tell();
    said.ariaLive = "off";  // said once; after that it can be read
    waiting = setInterval(() => {
      left -= 1;
      if (left > 0) return tell();
      stop();
      send(form, button);
    }, 1000);
  }

  document.addEventListener("submit", event => {
    const form = event.target;
    if (new URL(form.action).pathname !== "/play" || form.method !== "post") return;
    event.preventDefault();
    if (busy || form.classList.contains("waits")) return;
    stop();
    if (form.dataset.wait) wait(form, event.submitter);
    else send(form, event.submitter);
  });

  document.addEventListener("click", event => {
    const away = event.target.closest("a.away");
    if (!away) return;
    away.closest(".opened").classList.remove("open");
    document.querySelector("h1").focus();
  });

  // The chair: windows keep the order of looking, and a kettle boils from the first look.
  document.addEventListener("change", event => {
    const one = event.target, form = one.closest("form.chair, .chair form");
    if (!form || looked.includes(one.name)) return;
    looked.push(one.name);
    const clock = form.querySelector(".kettle");
    if (kettle || !form.dataset.chair || !clock) return;
    let left = Number(form.dataset.chair);
    kettle = setInterval(() => {
      left -= 1;
      clock.textContent = left > 0 ? words.kettle.replace("{count}", left) : clock.dataset.sung;
      if (left > 0) return;
      clearInterval(kettle);
      form.querySelector(".windows").inert = true;
      say(clock.dataset.sung);
      form.querySelector("button").focus();
    }, 1000);
  });

  // A room that waits is asked now and then.
  function again() {
    const here = document.querySelector("[data-again]");
    if (!here) return;
    setTimeout(async () => {
      if (!here.isConnected || busy) return;
      try {
        const answer = await fetch("/play", { credentials: "same-origin", cache: "no-store" });
        const html = await answer.text();
        if (!html.includes("data-again") && show(html)) return;
      } catch { /* the next time will tell */ }
      again();
    }, 1000 * Number(here.dataset.again) + 2000 * Math.random());
  }
  addEventListener("pageshow", event => { if (event.persisted) location.reload(); });
  again();
})();
