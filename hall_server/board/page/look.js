// How this screen is to look: what the page's address says, else what staff said when they let the screen in, else the
// usual. Wrong values are left out, for nobody can correct an address from the last row.
const KEPT = "hall-board-look";
const QUERY_MAX = 2000;
const TICKER_MAX = 20;
const TICKER_LETTERS_MAX = 120;
const USUAL_TICKER = {
  vi: "Xin quý vị giữ phiếu và theo dõi số được gọi trên màn hình.",
  en: "Please keep your ticket and watch for your number on this screen.",
};
const CHOICES = {
  theme: ["night", "day"],
  layout: ["auto", "two_columns", "three_columns", "upright"],
  language: ["vi", "en"],
  motion: ["on", "off"],
  voice: ["on", "off"],
};

// The look that `query` ("theme=day&distance=8&diagonal=55") asks for.
export function lookOf(query) {
  const asked = new URLSearchParams(query.slice(0, QUERY_MAX));
  const look = {};
  for (const [name, values] of Object.entries(CHOICES)) {
    const value = asked.get(name);
    look[name] = values.includes(value) ? value : values[0];
  }
  look.distance = within(asked.get("distance"), 0, 60, 0);
  look.diagonal = within(asked.get("diagonal"), 0, 400, 0);
  look.lines = Math.round(within(asked.get("lines"), 6, 10, 6));
  const tickers = asked.getAll("ticker").map((text) => text.trim().slice(0, TICKER_LETTERS_MAX)).filter(Boolean);
  look.ticker = tickers.length ? tickers.slice(0, TICKER_MAX) : [USUAL_TICKER[look.language]];
  return look;
}

// What this page's address asks for; without any wish, what was kept.
export function wishedQuery() {
  return window.location.search || kept();
}

// Remember the wishes that came with a code.
export function keepLook(query) {
  try {
    window.localStorage.setItem(KEPT, query);
  } catch (error) {
    // A browser that keeps nothing shows the usual look after it was switched off
  }
}

function kept() {
  try {
    return window.localStorage.getItem(KEPT) || "";
  } catch (error) {
    return "";
  }
}

function within(text, least, most, usual) {
  const value = Number(text);
  return text !== null && text !== "" && value >= least && value <= most ? value : usual;
}
