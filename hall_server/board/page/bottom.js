// What stands in the bottom line: the rules of `display/bottom_line.py`. Why the large number came before others, what
// staff announce, sorry for long waits, in turns; what is urgent alone; the hall's own sentences when there is none of it.
import { say } from "./words.js";

export const HALL = 0;
export const WHY = 1;
export const SORRY = 2;
export const STAFF = 3;
export const URGENT = 4;
const LATE_TOLERANCE_SECONDS = 120;
const GOES_ON = " …";

// Everything that takes turns now, in order; at least one line. `reader`: {zone, language, letters}.
export function bottomLines(own, why, announcements, fields, reader, serverMs) {
  const said = announcements
    .filter((row) => (row.zone === "" || row.zone === reader.zone) && row.made_at <= serverMs && serverMs < row.until)
    .sort((one, other) => one.made_at - other.made_at || (one.announcement_id < other.announcement_id ? -1 : 1));
  const lines = [];
  const add = (saying, text) => lines.push(...cut(saying, text, reader.letters));
  const urgent = said.filter((row) => row.urgent);
  for (const row of urgent) add(URGENT, read(row.words, reader.language));
  if (lines.length) return lines;
  add(WHY, why);
  for (const row of said) add(STAFF, read(row.words, reader.language));
  for (const row of fields.filter((field) => isLate(field, serverMs))) add(SORRY, sorry(row, reader.language));
  if (lines.length) return lines;
  return own.length ? own.map((text) => ({ saying: HALL, text })) : [{ saying: HALL, text: "" }];
}

function isLate(field, serverMs) {
  if (typeof field.late_at !== "number" || !field.waiting) return false;
  return serverMs - field.late_at >= LATE_TOLERANCE_SECONDS * 1000;
}

function sorry(field, language) {
  const name = read(field.name, language);
  const high = field.wait ? say(language, "sorryNow", field.wait.high) : "";
  return say(language, "sorry", name, high);
}

// As few pieces as can be, of about one length; each but the last says that it goes on.
function cut(saying, text, letters) {
  if (text.length <= letters) return text ? [{ saying, text }] : [];
  const most = letters - GOES_ON.length;
  let pieces = wrap(text, most);
  for (let width = Math.floor(text.length / pieces.length); width < most; width += 1) {
    const narrower = wrap(text, width);
    if (narrower.length === pieces.length) {
      pieces = narrower;
      break;
    }
  }
  return pieces.map((piece, index) => ({ saying, text: index < pieces.length - 1 ? piece + GOES_ON : piece }));
}

// Lines of whole words no longer than `width`; a word that is longer by itself is broken.
function wrap(text, width) {
  const lines = [];
  let line = "";
  for (let word of text.split(/\s+/).filter(Boolean)) {
    if (line && line.length + 1 + word.length <= width) {
      line += ` ${word}`;
      continue;
    }
    if (word.length > width && line && line.length + 1 < width) {
      const room = width - line.length - 1;
      line += ` ${word.slice(0, room)}`;
      word = word.slice(room);
    }
    if (line) lines.push(line);
    while (word.length > width) {
      lines.push(word.slice(0, width));
      word = word.slice(width);
    }
    line = word;
  }
  return line ? [...lines, line] : lines;
}

function read(words, language) {
  return language === "en" ? words.en || words.vi : words.vi;
}
