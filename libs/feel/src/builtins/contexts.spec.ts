import { gives, staysNull, warns } from '../../test/feel';

const VARIABLES = { ctx: { a: 1, b: { c: 2 } }, none: null };

describe('contexts', () => {
  gives(VARIABLES, [
    ['get value(ctx, "a")', 1],
    ['get value(ctx, "x")', null],
    ['get value(ctx, ["b", "c"])', 2],
    ['get value(ctx, ["a", "c"])', null],
    ['get value(ctx, ["x", "c"])', null],
    ['get value(ctx, [1])', null],
    ['get value(ctx, [])', null],
    ['get value(m: ctx, key: "a")', 1],
    ['get value(m: ctx, keys: ["b", "c"])', 2],
    ['get entries({a: 1})', [{ key: 'a', value: 1 }]],
    ['get entries(m: {})', []],
    ['context([{key: "a", value: 1}, {key: "b", value: null}])', { a: 1, b: null }],
    ['context({key: "a", value: 1})', { a: 1 }],
    ['context(entries: [])', {}],
    ['context put(ctx, "a", 2)', { a: 2, b: { c: 2 } }],
    ['context put(ctx, ["b", "c"], 3)', { a: 1, b: { c: 3 } }],
    ['context put(ctx, ["b", "d"], null)', { a: 1, b: { c: 2, d: null } }],
    ['context put(context: {}, key: "a", value: 1)', { a: 1 }],
    ['context put(context: {a: 0}, keys: ["a"], value: 1)', { a: 1 }],
    ['context merge([{a: 1}, {a: 2, b: 3}])', { a: 2, b: 3 }],
    ['context merge({a: 1}, {b: 2})', { a: 1, b: 2 }],
    ['context merge([])', {}],
  ]);

  warns(VARIABLES, [
    ['context([{key: "a", value: 1}, {key: "a", value: 2}])', 'context: expects entries with distinct keys'],
    ['context([{key: 1, value: 1}])', 'context: expects entries with distinct keys'],
    ['context([{key: "a"}])', 'context: expects entries with distinct keys'],
    ['context([1])', 'context: expects entries with distinct keys'],
    ['context put({}, "a")', 'context put: cannot take (context, string)'],
    ['context put({}, "a", 1, 2)', 'context put: cannot take (context, string, number, number)'],
    ['context put({}, [], 1)', 'context put: expects a key'],
    ['context put(ctx, ["b", null], 1)', 'context put: expects a key'],
    ['context put(ctx, ["b", "x", "y"], 1)', 'context put: no context at x'],
    ['context put(ctx, ["a", "b"], 1)', 'context put: no context at a'],
    ['context put(context: {a: {}}, key: ["a", "b"], value: 2)', 'context put: cannot take (context, list, number)'],
    ['context put(context: {}, ky: "a", value: 1)', 'context put: unknown parameter among context, ky, value'],
    ['context merge([1])', 'context merge: cannot take (list)'],
    ['{a: 1, "a": 2}', 'a context has two entries of one name'],
  ]);

  staysNull(VARIABLES, [
    'get value(none, "a")',
    'get entries(none)',
    'context put(none, "a", 1)',
    'context put({}, null, 1)',
    'context merge(none)',
  ]);
});
