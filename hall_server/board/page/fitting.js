// Makes texts as large as their place allows, never above the design's size: called numbers widen during a day, and the
// hall's own sentences are as long as they are.
const NUMBER_SIZE = 262;
const STACKED_NUMBER_HEIGHT = 240;
const COUNTER_SIZE = 180;
const BADGE_WIDTH = 244;
const BADGE_WIDTH_LONG = 300;
const LIST_SIZE_MAX = 96;
const LIST_FILL = 0.8;
const COUNTER_PART = 0.35;
const CAPITALS = 0.7275;

// The called number, its counter, and the list of calls.
export function fitNumbers(document, layout) {
  const u = layout.ratio;
  const stacked = layout.division === "three_columns";
  const counter = document.getElementById("newest-counter");
  const badge = document.getElementById("badge");
  const width = counter.textContent.length > 2 ? BADGE_WIDTH_LONG : BADGE_WIDTH;
  badge.style.width = stacked ? "" : `${u * width}px`;
  fit(counter, u * COUNTER_SIZE, counter.clientWidth, counter.clientHeight);
  const number = document.getElementById("newest-number");
  const height = stacked ? u * STACKED_NUMBER_HEIGHT : number.parentElement.clientHeight;
  fit(number, u * NUMBER_SIZE, number.clientWidth, height);
  fitList(document, layout);
}

// The bottom line, never below the least size of the page.
export function fitTicker(document, layout) {
  const line = document.getElementById("ticker").parentElement;
  line.style.fontSize = "";
  if (line.scrollWidth <= line.clientWidth) return;
  const size = parseFloat(window.getComputedStyle(line).fontSize);
  const fitting = Math.floor((size * line.clientWidth) / line.scrollWidth);
  line.style.fontSize = `${Math.max(layout.text * layout.ratio, fitting)}px`;
}

function fitList(document, layout) {
  const lines = document.getElementById("lines");
  const height = lines.clientHeight / layout.lines;
  const size = Math.min(layout.ratio * LIST_SIZE_MAX, height * LIST_FILL);
  document.documentElement.style.setProperty("--line-height", `${height}px`);
  document.documentElement.style.setProperty("--line-size", `${size}px`);
  // Counters first: what they leave is the numbers' place
  for (const counter of lines.querySelectorAll(".number:last-child")) {
    fit(counter, size, counter.parentElement.clientWidth * COUNTER_PART, height);
  }
  for (const number of lines.querySelectorAll(".number:first-child")) fit(number, size, number.clientWidth, height);
}

// The largest size up to `size` at which the text of `element` is no wider and its capitals no higher than its place.
function fit(element, size, width, height) {
  const most = Math.min(size, height / CAPITALS);
  element.style.fontSize = `${most}px`;
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  const wide = range.getBoundingClientRect().width;
  if (wide > width && wide > 0) element.style.fontSize = `${Math.floor((most * width) / wide)}px`;
}
