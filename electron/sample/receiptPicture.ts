import { crc32, deflateSync } from "node:zlib";

const width = 240;
const height = 360;

/** A made-up receipt as a small PNG: a light slip with grey bars where words would be. Enough to open, look at and number. */
export function receiptPicture(): Buffer {
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + x + 1] = shadeAt(x, y);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

function shadeAt(x: number, y: number): number {
  const isEdge = x < 2 || y < 2 || x >= width - 2 || y >= height - 2;
  if (isEdge) return 170;
  const isBar = y % 36 >= 12 && y % 36 < 22 && x >= 24 && x < (y > height - 72 ? 216 : 60 + ((y * 37) % 130));
  return isBar ? 90 : 250;
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
