const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** Digits of a double beyond which no file holds more than noise. */
const DOUBLE_DIGITS = 17;
const EXACT_DIGITS = 15;

/** A number of the file as its decimal digits. */
export interface DecimalText {
  /** The file's own digits; an exponent is written out, nothing is rounded. */
  readonly text: string;
  /** Beyond what spreadsheet programs keep: more than 15 digits before the point, or more than a double holds. */
  readonly isLong: boolean;
}

/** The usual forms: at most 15 digits before the point and, by its length, at most 17 in all. */
const USUAL = /^-?\d{1,15}(?:\.\d+)?$/;
const USUAL_LENGTH = 18;

/** Reads a number as XML Schema writes it; null where the text is no number. */
export function readDecimal(raw: string): DecimalText | null {
  if (raw.length <= USUAL_LENGTH && USUAL.test(raw)) return { text: raw, isLong: false };
  const found = DECIMAL.exec(raw.trim());
  if (found === null) return null;
  const group = (place: number): string => found[place] ?? '';
  const [integer, fraction, exponent] = [group(2), group(3), group(4)];
  const shift = Number(exponent);
  if (integer + fraction === '' || Math.abs(shift) > 400) return null;
  const text =
    exponent === '' ? raw.trim() : group(1).replace('+', '') + shiftPoint(integer, fraction, shift);
  return { text, isLong: isLong(integer, fraction, shift) };
}

function isLong(integer: string, fraction: string, shift: number): boolean {
  const digits = (integer + fraction).replace(/^0+/, '');
  const leadingZeros = integer.length + fraction.length - digits.length;
  const before = digits === '' ? 0 : integer.length + shift - leadingZeros;
  return before > EXACT_DIGITS || digits.replace(/0+$/, '').length > DOUBLE_DIGITS;
}

/** Writes an exponent out by moving the point; zeros that only the exponent form needed are dropped before the point. */
function shiftPoint(integer: string, fraction: string, shift: number): string {
  const digits = integer + fraction;
  const point = integer.length + shift;
  if (point >= digits.length) return trimLead(digits + '0'.repeat(point - digits.length));
  const whole = point <= 0 ? '0' : digits.slice(0, point);
  const rest = point <= 0 ? '0'.repeat(-point) + digits : digits.slice(point);
  const decimals = rest.replace(/0+$/, '');
  return trimLead(whole) + (decimals === '' ? '' : `.${decimals}`);
}

const trimLead = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

/** Pads a decimal with zeros to at least so many digits before and after its point. */
export function padDecimal(text: string, integerDigits: number, decimalDigits: number): string {
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  const [integer = '', fraction = ''] = text.slice(sign.length).split('.');
  const decimals = fraction.padEnd(decimalDigits, '0');
  return sign + integer.padStart(integerDigits, '0') + (decimals === '' ? '' : `.${decimals}`);
}
