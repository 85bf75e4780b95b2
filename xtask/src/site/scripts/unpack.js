// Unpacks a `.lzma` file piece by piece, as it comes: gives for each piece the bytes that it adds, and fails at the
// last when some are missing. After the LZMA specification that is in the public domain; the names are its own.
const unpacker = () => {
  const HEADER = 18;
  // No step reads more bytes than this.
  const STEP = 20;
  const TOP = 2 ** 24;
  const chances = (n) => new Uint16Array(n).fill(1024);
  const lengths = () => ({ choice: chances(2), low: chances(128), mid: chances(128), high: chances(256) });
  const isMatch = chances(192);
  const isRep = chances(12);
  const isRepG0 = chances(12);
  const isRepG1 = chances(12);
  const isRepG2 = chances(12);
  const isRep0Long = chances(192);
  const slots = chances(256);
  const special = chances(128);
  const align = chances(16);
  const matchLength = lengths();
  const repLength = lengths();
  // Range and code of the decoder: numbers of 32 bits, which as variables would be made anew with each step.
  const coder = new Uint32Array([2 ** 32 - 1, 0]);
  let literals, lc, lpMask, pbMask;
  let input = new Uint8Array(0);
  let at = 0;
  let output = null;
  let end = 0;
  let state = 0;
  let rep0 = 0;
  let rep1 = 0;
  let rep2 = 0;
  let rep3 = 0;

  const broken = () => new Error("What was loaded is broken.");
  const keep = (range, code) => {
    if (range < TOP) {
      range <<= 8;
      code = code << 8 | input[at++];
    }
    coder[0] = range;
    coder[1] = code;
  };
  const bit = (table, idx) => {
    const chance = table[idx];
    let range = coder[0];
    let code = coder[1];
    const bound = (range >>> 11) * chance;
    const isSet = code < bound ? 0 : 1;
    if (isSet) {
      range -= bound;
      code -= bound;
      table[idx] = chance - (chance >> 5);
    } else {
      range = bound;
      table[idx] = chance + (2048 - chance >> 5);
    }
    keep(range, code);
    return isSet;
  };
  const evenBit = () => {
    let [range, code] = coder;
    range >>>= 1;
    const isSet = code < range ? 0 : 1;
    if (isSet) code -= range;
    keep(range, code);
    return isSet;
  };
  const tree = (table, from, n) => {
    let node = 1;
    for (let i = 0; i < n; i++) node = node << 1 | bit(table, from + node);
    return node - (1 << n);
  };
  const reverseTree = (table, from, n) => {
    let node = 1;
    let number = 0;
    for (let i = 0; i < n; i++) {
      const isSet = bit(table, from + node);
      node = node << 1 | isSet;
      number |= isSet << i;
    }
    return number;
  };
  const lengthOf = (table, place) => {
    if (!bit(table.choice, 0)) return 2 + tree(table.low, place << 3, 3);
    if (!bit(table.choice, 1)) return 10 + tree(table.mid, place << 3, 3);
    return 18 + tree(table.high, 0, 8);
  };
  const literal = () => {
    const before = end ? output[end - 1] : 0;
    const from = 768 * (((end & lpMask) << lc) + (before >> 8 - lc));
    let symbol = 1;
    if (state >= 7) {
      // What stands where the last match would go on is no good guess, bit by bit until it is wrong.
      let guess = output[end - rep0 - 1];
      while (symbol < 256) {
        const guessed = guess >> 7 & 1;
        guess <<= 1;
        const isSet = bit(literals, from + (1 + guessed << 8) + symbol);
        symbol = symbol << 1 | isSet;
        if (isSet != guessed) break;
      }
    }
    while (symbol < 256) symbol = symbol << 1 | bit(literals, from + symbol);
    output[end++] = symbol;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  };
  const distance = (length) => {
    const slot = tree(slots, Math.min(length - 2, 3) << 6, 6);
    if (slot < 4) return slot;
    const n = (slot >> 1) - 1;
    const from = (2 | slot & 1) << n;
    if (slot < 14) return from + reverseTree(special, from - slot, n);
    let high = 0;
    for (let i = 4; i < n; i++) high = high << 1 | evenBit();
    return from + (high << 4) + reverseTree(align, 0, 4);
  };
  // A match that begins as far back as one of the last four did.
  const again = (place) => {
    if (bit(isRepG0, state)) {
      if (!bit(isRepG1, state)) [rep0, rep1] = [rep1, rep0];
      else if (!bit(isRepG2, state)) [rep0, rep1, rep2] = [rep2, rep0, rep1];
      else [rep0, rep1, rep2, rep3] = [rep3, rep0, rep1, rep2];
    } else if (!bit(isRep0Long, (state << 4) + place)) {
      state = state < 7 ? 9 : 11;
      return 1;
    }
    const length = lengthOf(repLength, place);
    state = state < 7 ? 8 : 11;
    return length;
  };
  const match = (place) => {
    let length;
    if (bit(isRep, state)) {
      length = again(place);
    } else {
      [rep1, rep2, rep3] = [rep0, rep1, rep2];
      length = lengthOf(matchLength, place);
      state = state < 7 ? 7 : 10;
      rep0 = distance(length);
    }
    if (rep0 >= end || length > output.length - end) throw broken();
    for (const last = end + length; end < last; end++) output[end] = output[end - rep0 - 1];
  };
  const begin = () => {
    const view = new DataView(input.buffer);
    const properties = input[0];
    lc = properties % 9;
    const lp = Math.floor(properties / 9) % 5;
    const pb = Math.floor(properties / 45);
    // Longer than any program would be, or of unknown length.
    if (pb > 4 || view.getUint32(9, true)) throw broken();
    lpMask = (1 << lp) - 1;
    pbMask = (1 << pb) - 1;
    literals = chances(768 << lc + lp);
    output = new Uint8Array(view.getUint32(5, true));
    coder[1] = view.getUint32(HEADER - 4);
    at = HEADER;
  };
  return (piece, isLast) => {
    const left = input.length - at;
    const joined = new Uint8Array(left + piece.length + (isLast ? STEP : 0));
    joined.set(input.subarray(at));
    joined.set(piece, left);
    input = joined;
    at = 0;
    if (!output && input.length >= HEADER + (isLast ? STEP : 0)) begin();
    const start = end;
    if (output) {
      const reach = input.length - STEP;
      while (end < output.length && at <= reach) {
        const place = end & pbMask;
        if (bit(isMatch, (state << 4) + place)) match(place);
        else literal();
      }
    }
    if (isLast && end != output?.length) throw broken();
    return output ? output.subarray(start, end) : input.subarray(0, 0);
  };
};
