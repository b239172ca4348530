// Which calls stand in the list, newest on top, each long enough to be found: the rules of `display/recent.py`.
import { HOLD_SECONDS } from "./newest.js";

const LINES_MAX = 10;
const WAITING_MAX = 200;

export class RecentList {
  constructor(lines) {
    this.most = lines;
    this.lines = [];
    this.waiting = [];
  }

  // The newest line first.
  get calls() {
    return this.lines.slice(0, this.most).map((line) => line.call);
  }

  resize(lines) {
    this.most = lines;
  }

  // A call of before this board looked: any new one may push it out.
  fill(call) {
    this.put(call, -Infinity);
  }

  // A new call; a recall takes the place in line of the ticket's earlier call.
  arrive(call) {
    const index = this.waiting.findIndex((waiting) => waiting.ticket_id === call.ticket_id);
    if (index >= 0) this.waiting[index] = call;
    else this.waiting = [...this.waiting, call].slice(-WAITING_MAX);
  }

  over(ids) {
    this.waiting = this.waiting.filter((call) => !ids.has(call.call_id));
  }

  // Let in whoever can be let in.
  advance(now) {
    while (this.waiting.length && this.hasPlace(this.waiting[0], now)) this.put(this.waiting.shift(), now);
  }

  clear() {
    this.lines = [];
    this.waiting = [];
  }

  hasPlace(call, now) {
    const standing = this.lines.filter((line) => line.call.ticket_id !== call.ticket_id).slice(0, this.most);
    return standing.length < this.most || now - standing[standing.length - 1].since >= HOLD_SECONDS;
  }

  put(call, since) {
    const others = this.lines.filter((line) => line.call.ticket_id !== call.ticket_id);
    this.lines = [{ call, since }, ...others].slice(0, LINES_MAX);
  }
}
