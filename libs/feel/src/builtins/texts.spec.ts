import { gives, staysNull, warns } from '../../test/feel';

describe('parts of texts', () => {
  gives({}, [
    ['substring("foobar", 3)', 'obar'],
    ['substring("foobar", 3, 3)', 'oba'],
    ['substring("foobar", -2, 1)', 'a'],
    ['substring("foobar", 3.8)', 'obar'],
    ['substring("foobar", 10)', ''],
    ['substring("foobar", 1, 0)', ''],
    ['substring("foobar", 2, null)', 'oobar'],
    ['substring(string: "foobar", start position: 3, length: 1)', 'o'],
    ['substring("\\U01F40Eab", 2)', 'ab'],
    ['substring("\\uD83D\\uDC0Eab", 1, 2)', '🐎a'],
    ['string length("\\U01F40Eab")', 3],
    ['string length("")', 0],
    ['string length(["đơn"])', 3],
    ['substring before("foobar", "bar")', 'foo'],
    ['substring before("foobar", "x")', ''],
    ['substring before("foobar", "")', ''],
    ['substring after("foobar", "ob")', 'ar'],
    ['substring after("foobar", "x")', ''],
    ['substring after("foobar", "")', 'foobar'],
    ['substring after(string: "foobar", match: "foo")', 'bar'],
  ]);

  warns({}, [
    ['substring("foobar", 0)', 'substring: position out of range'],
    ['substring("foobar", -7)', 'substring: position out of range'],
    ['substring("foobar", 1, -1)', 'substring: position out of range'],
    ['string length(1)', 'string length: cannot take (number)'],
    ['string length([null])', 'string length: cannot take (list)'],
    ['substring before("a")', 'substring before: cannot take (string)'],
  ]);

  staysNull({}, ['substring(null, 1)', 'string length(null)', 'substring after("a", null)', 'upper case(null)', 'contains(null, "a")']);
});

describe('questions about texts', () => {
  gives({}, [
    ['upper case("đơn vị 4")', 'ĐƠN VỊ 4'],
    ['lower case("ĐƠN")', 'đơn'],
    ['trim("  a ")', 'a'],
    ['is blank(" ")', true],
    ['is blank("a")', false],
    ['contains("foobar", "ob")', true],
    ['starts with("foobar", "fo")', true],
    ['starts with("foobar", "o")', false],
    ['ends with("foobar", "r")', true],
    ['contains("foobar", "")', true],
    ['pad left("7", 3, "0")', '007'],
    ['pad left("7", 3)', '  7'],
  ]);

  warns({}, [['pad left("7", 1001)', 'pad left: too long']]);
});

describe('patterns', () => {
  gives({}, [
    ['matches("foobar", "^fo*b")', true],
    ['matches("foobar", "^x")', false],
    ['matches("FOO", "foo", "i")', true],
    ['matches("a\\nb", "a.b")', false],
    ['matches("a\\nb", "a.b", "s")', true],
    ['matches("a\\nb", "^b$", "m")', true],
    ['matches("ab", "a b", "x")', true],
    ['matches("a b", "a[ ]b", "x")', true],
    ['matches("axb", "a.b", "q")', false],
    ['matches("A.B", "a.b", "qi")', true],
    ['matches("abc", "b", null)', true],
    ['matches(input: "abc", pattern: "B", flags: "i")', true],
    ['replace("abcd", "(ab)|(a)", "[1=$1][2=$2]")', '[1=ab][2=]cd'],
    ['replace("facetiously", "[iouy]", "[$0]")', 'facet[i][o][u]sl[y]'],
    ['replace("abc", "(b)", "[$12]")', 'a[b2]c'],
    ['replace("abc", "b", "[$1]")', 'a[]c'],
    ['replace("abc", "b", "\\\\$\\\\\\\\")', 'a$\\c'],
    ['replace("a.b", ".", "$", "q")', 'a$b'],
    ['replace("abc", "x", "y")', 'abc'],
    ['replace("AAAA", "A+?", "b")', 'bbbb'],
    ['split("a;b;;", ";")', ['a', 'b', '', '']],
    ['split("John Doe", "\\\\s")', ['John', 'Doe']],
    ['extract("a1b22", "[0-9]+")', ['1', '22']],
    ['extract("ab", "[0-9]")', []],
    ['string join(["a", null, "c"], "-")', 'a-c'],
    ['string join(["a", "b"])', 'ab'],
    ['string join([])', ''],
    ['string join(list: "a", delimiter: "x")', 'a'],
  ]);

  warns({}, [
    ['matches("a", "[")', 'not a regular expression: ['],
    ['matches("b", "[a-z-[b]]")', 'not a regular expression: [a-z-[b]]'],
    ['matches("aa", "(a)\\\\1")', 'not a regular expression: (a)\\1'],
    ['matches("a", "a", "p")', 'unknown regular expression flags: p'],
    ['replace("a", "(", "b")', 'not a regular expression: ('],
    ['replace("abc", "b", "$x")', 'not a replacement: $x'],
    ['replace("abc", "b", "\\\\n")', 'not a replacement: \\n'],
    ['split("a", "(")', 'not a regular expression: ('],
    ['extract("a", "(")', 'not a regular expression: ('],
    ['string join([1], "-")', 'string join: the list holds more than texts'],
    ['string join("a", "-", "x")', 'string join: cannot take (string, string, string)'],
    ['matches("a", "a{600}{20}")', 'a regular expression is too large'],
    [`matches("a", "${'a'.repeat(501)}")`, 'a regular expression is too large'],
  ]);

  staysNull({}, ['matches(null, "a")', 'replace("a", null, "b")', 'split(null, ";")', 'string join(null)', 'extract(null, "a")']);
});
