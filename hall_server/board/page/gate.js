// How this browser comes in: by the pass it holds, or by a code that staff made for it, in the address or typed.
import { keepLook } from "./look.js";
import { backoffSeconds } from "./session.js";

const CODE = /^[0-9]{8}$/;

// Resolves to `{zone}` once this browser holds a pass; asks for a code as long as it does not.
export function enter(document, language) {
  const code = window.location.hash.slice(1).replace(/\D/g, "");
  if (!CODE.test(code)) return visit(document, language, 1);
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
  return join(code).then((reply) => (reply.ok ? welcome(reply) : visit(document, language, 1)));
}

function visit(document, language, attempt) {
  return post("visit", {}).then(
    (reply) => {
      if (reply.ok) return reply.json();
      return reply.status === 401 ? ask(document, language) : later(document, language, attempt);
    },
    () => later(document, language, attempt),
  );
}

// The server does not answer now: it will.
function later(document, language, attempt) {
  const seconds = backoffSeconds(Math.min(attempt, 10), Math.random());
  return new Promise((resolve) => {
    window.setTimeout(() => resolve(visit(document, language, attempt + 1)), seconds * 1000);
  });
}

function ask(document, language) {
  const gate = document.getElementById("gate");
  const input = document.getElementById("code");
  const problem = document.getElementById("gate-problem");
  gate.hidden = false;
  input.focus();
  return new Promise((resolve) => {
    gate.onsubmit = (event) => {
      event.preventDefault();
      join(input.value.replace(/\D/g, "")).then((reply) =>
        reply.ok ? welcome(reply).then(resolve) : reply.json().then((body) => tell(problem, body.error, language)),
      );
    };
  });
}

function tell(problem, error, language) {
  problem.textContent = `${error.message[language] || error.message.vi} ${error.remedy[language] || error.remedy.vi}`;
}

// The look that came with the code is this screen's from now on: the page begins anew with it.
function welcome(reply) {
  return reply.json().then((body) => {
    if (body.look) keepLook(`?${body.look}`);
    window.location.reload();
    return new Promise(() => {});
  });
}

function join(code) {
  return post("join", { code });
}

function post(name, body) {
  return fetch(name, {
    method: "POST",
    credentials: "same-origin",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}
