/** Injection tokens; strings, because the types behind them are plain classes of other rooms. */
export const SETTINGS = 'SETTINGS';
