// The page's end of its voice, which sits beside the server and decides what is said: it is told of a sound, and tells how
// it ended. Without a voice the board still shows every call.
import { backoffSeconds } from "./session.js";
import { SoundPlayer } from "./sound.js";

const FULL_SECONDS = 60;

export class Voice {
  // `onCaption(text)`, `onTrouble(code)`: for the screen; `onAble(able)`: whether the browser lets it be heard.
  constructor(url, onCaption, onTrouble, onAble) {
    this.url = url;
    this.onCaption = onCaption;
    this.onTrouble = onTrouble;
    this.socket = null;
    this.failures = 0;
    this.pause = 0;
    this.player = new SoundPlayer((able) => {
      onAble(able);
      this.tell({ voice: "able", able });
    });
  }

  start() {
    const socket = new WebSocket(this.url);
    this.socket = socket;
    this.pause = 0;
    socket.onopen = () => this.tell({ voice: "able", able: this.player.able });
    socket.onmessage = (message) => this.hear(JSON.parse(message.data));
    socket.onclose = () => this.lost();
  }

  hear(message) {
    if (message.voice === "play") {
      this.failures = 0;
      const ended = (heard) => this.tell({ voice: "ended", number: message.number, heard });
      this.player.play(`sounds/${message.sound}`, message.seconds, message.volume, ended);
    } else if (message.voice === "caption") this.onCaption(message.text);
    else if (message.voice === "trouble") this.onTrouble(message.code);
    else if (message.frame === "farewell") this.pause = (message.error.retry_after_ms || FULL_SECONDS * 1000) / 1000;
  }

  // The page is left: nobody is there to be heard.
  leave() {
    if (this.socket === null) return;
    this.socket.onclose = null;
    this.socket.close();
  }

  tell(message) {
    if (this.socket !== null && this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  lost() {
    this.socket = null;
    this.player.stop();
    this.onCaption("");
    this.failures = Math.min(this.failures + 1, 10);
    const seconds = Math.max(this.pause, backoffSeconds(this.failures, Math.random()));
    window.setTimeout(() => this.start(), seconds * 1000);
  }
}
