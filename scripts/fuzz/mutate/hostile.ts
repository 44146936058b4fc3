/** Pieces of input that readers have stumbled over, here and elsewhere. */

export const HOSTILE_NUMBERS: readonly string[] = [
  "0", "-0", "-1", "1", "2", "255", "256", "32767", "32768", "65535", "65536", "2147483647", "2147483648", "-2147483648", "4294967295", "4294967296", "9007199254740993", "1000000000000", "99999999999999999999",
  "1e999", "-1e999", "1e308", "1e-320", "1e-9", "NaN", "nan", "inf", "-Infinity", "0x10", "1_000", "1,000", "0.1", ".5", "5.", "1e", "+", "-", "1.2.3", "١٢٣", "½", "1e5", "00000000000000000000001",
];

export const HOSTILE_TEXTS: readonly string[] = [
  "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "__proto__.polluted", "../../etc/passwd", "..\\..\\x", "/abs", "C:\\x", "~", ".", "..", "", " ", "\u00a0", "\u200b",
  "\ufeff", "\0", "\u0001", "\u001b[31m", "\u202e", "\u2028", "\ufffe", "\ufffd", "\u{1f600}", "e\u0301", "\u0130", "ß", "null", "undefined", "true", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)",
  '=HYPERLINK("http://x","y")', "+1+1", "-1+1", "@SUM(A1)", "${x}", "{{x}}", "%s%n", "'", '"', '""', '"""', "\\", "\\\"", "`", ",", ";", "\t", "\n", "\r", "\r\n", "\v", "\f", "sep=;", "#", "%", "//", "@data", "@attribute x {a,b}", "@relation", "NA", "?",
];

/** Byte sequences that are no text: overlong forms, lone surrogates (CESU), marks of other encodings, signatures. */
export const HOSTILE_BYTES: readonly (readonly number[])[] = [
  [0xed, 0xa0, 0x80], [0xed, 0xbf, 0xbf], [0xc0, 0x80], [0xff], [0xfe], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0xf8, 0x88, 0x80, 0x80, 0x80], [0x80], [0xe2, 0x80], [0, 0, 0, 0], [0x1a], [0x50, 0x4b, 3, 4], [0x1f, 0x8b], [0x0d], [0x0a],
];

/** Whole numbers at the edges of what 8, 16 and 32 bits hold. */
export const EDGE_INTEGERS: readonly number[] = [0, 1, 2, 3, 0x7f, 0x80, 0xff, 0x100, 0x3ff, 0x400, 0x7fff, 0x8000, 0xfffe, 0xffff, 0x1_0000, 0xff_ffff, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff];
