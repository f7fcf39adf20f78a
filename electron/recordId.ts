import { randomBytes } from "node:crypto";

let lastTime = 0;
let counter = 0;

/** A time-ordered UUID (version 7, RFC 9562): ids made later sort later, even within one millisecond. */
export function newRecordId(now: Date): string {
  const time = Math.max(now.getTime(), lastTime);
  counter = time === lastTime ? counter + 1 : randomBytes(1).readUInt8() & 0x7f;
  if (counter > 0xfff) {
    counter = 0;
    lastTime = time + 1;
  } else {
    lastTime = time;
  }
  const hex = lastTime.toString(16).padStart(12, "0");
  const random = randomBytes(8);
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
  const tail = random.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${counter.toString(16).padStart(3, "0")}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
