/** RC2 in CBC mode, reading only (RFC 2268): old .p12 archives hide their certificates with it, and OpenSSL 3 no longer does it. */

const PI = Buffer.from(
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2' +
    '179a59f587b34f1361456d8d09817d32bd8f40eb86b77b0bf09521225c6b4e82' +
    '54d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed7' +
    '08e8eade8052eef784aa72ac354d6a2a961ad2715a1549744b9fd05e0418a4ec' +
    'c2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a9' +
    '0d38341bab33ffb0bb480c5fb9b1cd2ec5f3db47e5a59c770aa62068fe7fc1ad',
  'hex',
);

/** `bits`: effective key length. Throws when the padding is wrong (a wrong passphrase). */
export function rc2CbcDecrypt(data: Buffer, key: Buffer, iv: Buffer, bits: number): Buffer {
  const words = expand(key, bits);
  const out = Buffer.alloc(data.length);
  let previous = iv;
  for (let at = 0; at + 8 <= data.length; at += 8) {
    const block = data.subarray(at, at + 8);
    const plain = decryptBlock(block, words);
    for (let index = 0; index < 8; index += 1) {
      out[at + index] = (plain[index] ?? 0) ^ (previous[index] ?? 0);
    }
    previous = block;
  }
  const padding = out.at(-1) ?? 0;
  if (data.length % 8 !== 0 || padding < 1 || padding > 8 || !out.subarray(-padding).every((byte) => byte === padding)) {
    throw new Error('wrong padding');
  }
  return out.subarray(0, out.length - padding);
}

function expand(key: Buffer, bits: number): Uint16Array {
  const bytes = Buffer.alloc(128);
  key.copy(bytes);
  for (let at = key.length; at < 128; at += 1) {
    bytes[at] = PI[((bytes[at - 1] ?? 0) + (bytes[at - key.length] ?? 0)) & 0xff] ?? 0;
  }
  const length = Math.ceil(bits / 8);
  bytes[128 - length] = PI[(bytes[128 - length] ?? 0) & (0xff >> (8 * length - bits))] ?? 0;
  for (let at = 127 - length; at >= 0; at -= 1) {
    bytes[at] = PI[(bytes[at + 1] ?? 0) ^ (bytes[at + length] ?? 0)] ?? 0;
  }
  return Uint16Array.from({ length: 64 }, (_one, at) => bytes.readUInt16LE(at * 2));
}

function decryptBlock(block: Buffer, words: Uint16Array): Buffer {
  const r = [0, 2, 4, 6].map((at) => block.readUInt16LE(at));
  const get = (at: number): number => r[at & 3] ?? 0;
  let next = 63;
  const mix = (): void => {
    for (let at = 3; at >= 0; at -= 1) {
      const turn = [1, 2, 3, 5][at] ?? 0;
      const turned = ((get(at) >>> turn) | (get(at) << (16 - turn))) & 0xffff;
      r[at] = (turned - (words[next] ?? 0) - (get(at + 3) & get(at + 2)) - (~get(at + 3) & get(at + 1))) & 0xffff;
      next -= 1;
    }
  };
  const mash = (): void => {
    for (let at = 3; at >= 0; at -= 1) {
      r[at] = (get(at) - (words[get(at + 3) & 63] ?? 0)) & 0xffff;
    }
  };
  for (let round = 0; round < 16; round += 1) {
    mix();
    if (round === 4 || round === 10) {
      mash();
    }
  }
  const out = Buffer.alloc(8);
  r.forEach((word, at) => out.writeUInt16LE(word, at * 2));
  return out;
}
