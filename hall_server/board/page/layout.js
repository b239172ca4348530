// How a board divides its screen and how large its texts are. The arithmetic of `display/layout.py`, and a test holds the
// two against each other: a television beside a board in a window must not be harder to read. Without pictures.
export const NUMBER_PART = 140;
export const TEXT_PART = 200;
const CAPITALS = 0.7;
const MM_AN_INCH = 25.4;
const TEXT_MIN = 27;
const TEXT_MAX = 44;
const TEXT_MAX_UPRIGHT = 34;
const LIST_LINES_MIN = 4;
const LINE_HEIGHT_MIN = 64;
const LIST_FILL = 0.8;
const CARD_GAP = 16;
const CARD_WIDTH_IN_TEXTS = 8.4;
const SENTENCE_WIDTH = 1742;
const SENTENCE_WIDTH_UPRIGHT = 902;
const HOTLINE_SIZE = 37;
const HOTLINE_IN_TEXTS = 11.2;
const SENTENCE_SIZE_MIN = 29;
const LETTER_WIDTH = 0.525;
const UPRIGHT = "upright";
const THREE_COLUMNS = "three_columns";

// The page for a window of so many pixels. `ratio`: pixels of the window for one of the design.
export function layoutOf(width, height, look) {
  const division = look.layout === "auto" ? (height > width ? UPRIGHT : "two_columns") : look.layout;
  const upright = division === UPRIGHT;
  const ratio = Math.max(0.01, Math.min(width / (upright ? 1080 : 1920), height / (upright ? 1920 : 1080)));
  const needed = Math.ceil(neededPixels(width, height, look) / ratio);
  const text = Math.min(Math.max(TEXT_MIN, needed), upright ? TEXT_MAX_UPRIGHT : TEXT_MAX);
  const room = { division, text, width: width / ratio, height: height / ratio };
  const [columns, rows] = grid(room);
  const most = Math.floor(listHeight(room, rows) / Math.max(LINE_HEIGHT_MIN, needed / LIST_FILL));
  return {
    division,
    ratio,
    text,
    lines: Math.max(LIST_LINES_MIN, Math.min(look.lines, most)),
    columns,
    rows,
    card: cardHeight(text),
    letters: sentenceLetters(division, text),
  };
}

// From how many metres the smallest text of the page can be read; 0 where nobody has measured the screen.
export function legibleTo(width, height, look, layout) {
  if (!look.distance || !look.diagonal) return 0;
  return (layout.text * layout.ratio * CAPITALS * mmAPixel(width, height, look) * TEXT_PART) / 1000;
}

// How long a sentence of the bottom line may be.
function sentenceLetters(division, text) {
  const across = SENTENCE_WIDTH - HOTLINE_IN_TEXTS * Math.max(HOTLINE_SIZE, text);
  const room = division === UPRIGHT ? SENTENCE_WIDTH_UPRIGHT : across;
  return Math.floor(room / (LETTER_WIDTH * Math.max(SENTENCE_SIZE_MIN, text)));
}

function cardHeight(text) {
  return Math.round(44 + 4 * text);
}

function mmAPixel(width, height, look) {
  return (look.diagonal * MM_AN_INCH) / Math.max(1, Math.hypot(width, height));
}

function neededPixels(width, height, look) {
  if (!look.distance || !look.diagonal) return 0;
  return (look.distance * 1000) / TEXT_PART / CAPITALS / mmAPixel(width, height, look);
}

function bodyHeight(room) {
  return room.height - (room.division === UPRIGHT ? 318 : 200) - 3 * (room.text - TEXT_MIN);
}

function newestHeight(room) {
  return 484 + (room.text - TEXT_MIN);
}

function headingHeight(room) {
  return 36 + 1.35 * room.text;
}

function grid(room) {
  let width = 1107;
  let height = bodyHeight(room) - newestHeight(room);
  if (room.division === THREE_COLUMNS) {
    width = 572;
    height = bodyHeight(room) - 24;
  } else if (room.division === UPRIGHT) {
    width = room.width - 112;
    height = headingHeight(room) + 2 * (cardHeight(room.text) + CARD_GAP);
  }
  const columns = Math.floor((width + CARD_GAP) / (CARD_WIDTH_IN_TEXTS * room.text + CARD_GAP));
  const rows = Math.floor((height - headingHeight(room) + CARD_GAP) / (cardHeight(room.text) + CARD_GAP));
  return [Math.max(1, columns), Math.max(1, rows)];
}

function listHeight(room, rows) {
  const heading = 100;
  if (room.division !== UPRIGHT) return bodyHeight(room) - heading;
  const fields = headingHeight(room) + rows * (cardHeight(room.text) + CARD_GAP);
  return bodyHeight(room) - newestHeight(room) - fields - heading;
}
