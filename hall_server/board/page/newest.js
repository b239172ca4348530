// Which call stands in the large place, and the line in front of it: the rules of `display/newest.py`. No clock: `now` is
// any monotonic time in seconds.
export const HOLD_SECONDS = 12;
export const LINE_MAX = 4;

export class NewestPlace {
  constructor() {
    this.shown = null;
    this.line = [];
    this.since = 0;
  }

  // A new call. A recall of a ticket that waits in line takes over its place.
  arrive(call) {
    const index = this.line.findIndex((waiting) => waiting.ticket_id === call.ticket_id);
    if (index >= 0) this.line[index] = call;
    else this.line.push(call);
  }

  // These calls need nobody's eyes any more.
  over(ids) {
    this.line = this.line.filter((call) => !ids.has(call.call_id));
  }

  // Let the next call in when it is due; `listed`: ids that people can read in the list.
  advance(now, listed) {
    while (this.line.length > LINE_MAX && this.line.some((call) => listed.has(call.call_id))) {
      this.line.splice(this.line.findIndex((call) => listed.has(call.call_id)), 1);
    }
    if (!this.line.length || !this.isFree(now)) return;
    this.shown = this.line.shift();
    this.since = now;
  }

  clear() {
    this.shown = null;
    this.line = [];
  }

  isFree(now) {
    if (this.shown === null || now - this.since >= HOLD_SECONDS) return true;
    return this.line[0].ticket_id === this.shown.ticket_id;
  }
}
