// Tells the hall which calls were on the screen: once each, kept until it is answered, sent again with the same id, so
// that a lost answer makes no second fact.
import { backoffSeconds } from "./session.js";

const WAITING_MAX = 256;
const REMEMBERED_MAX = 4096;

export class ShownFacts {
  // `later(seconds, act)`: a timer; `post(command_id, body)`: a promise of the status, rejected without an answer.
  constructor(post, later, newId) {
    this.post = post;
    this.later = later;
    this.newId = newId;
    this.known = new Set();
    this.waiting = [];
    this.busy = false;
    this.failures = 0;
  }

  // A frame with this call was on the screen. `row`: as the feed has it, if it has it.
  shown(callId, row) {
    if (this.known.has(callId) || (row && typeof row.shown_at === "number")) return;
    this.known.add(callId);
    if (this.known.size > REMEMBERED_MAX) this.known.delete(this.known.values().next().value);
    this.waiting = [...this.waiting, { id: this.newId(), callId }].slice(-WAITING_MAX);
    this.proceed();
  }

  proceed() {
    if (this.busy || !this.waiting.length) return;
    this.busy = true;
    const fact = this.waiting[0];
    this.post(fact.id, JSON.stringify({ call_id: fact.callId })).then(
      (status) => this.answered(fact, status < 500),
      () => this.answered(fact, false),
    );
  }

  // Taken, or refused for good: the hall has moved on, and a board cannot help that. Else once more, later.
  answered(fact, isDone) {
    this.failures = isDone ? 0 : this.failures + 1;
    if (isDone) this.waiting = this.waiting.filter((other) => other !== fact);
    const again = () => {
      this.busy = false;
      this.proceed();
    };
    if (isDone) again();
    else this.later(backoffSeconds(Math.min(this.failures, 10), Math.random()), again);
  }
}

// Calls `onDrawn(id)` when what was bound under `id` has really been painted: two frames after it was bound, and only
// while the page can be seen, since a hidden one paints none.
export class FrameWitness {
  constructor(onDrawn) {
    this.onDrawn = onDrawn;
    this.bound = new Set();
  }

  expect(ids) {
    const fresh = ids.filter((id) => !this.bound.has(id));
    this.bound = new Set(ids);
    if (!fresh.length) return;
    window.requestAnimationFrame(() =>
      window.requestAnimationFrame(() => {
        for (const id of fresh) {
          if (!this.bound.has(id)) continue;
          if (document.visibilityState === "visible") this.onDrawn(id);
          else this.bound.delete(id);
        }
      }),
    );
  }
}
