// Five characters are four bytes, the last two to five are one to four; "<" is none of them.
const bytesOf = (text) => {
  const fives = Math.ceil(text.length / 5);
  const bytes = new DataView(new ArrayBuffer(fives * 4));
  for (let at = 0, number = 0; at < fives * 5; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 120;
    number = number * 85 + code - (code > 60 ? 36 : 35);
    if (at % 5 == 4) {
      bytes.setUint32((at - 4) / 5 * 4, number);
      number = 0;
    }
  }
  return new Uint8Array(bytes.buffer, 0, Math.floor(text.length * 4 / 5));
};
