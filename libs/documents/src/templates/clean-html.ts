/** Elements that load, run or redirect; none of our templates has one, so whatever is found came in by a mistake. */
const WITH_CONTENT = /<(script|iframe|object|noscript|template|svg|audio|video)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;
const TAGS =
  /<\/?(?:script|iframe|frame|frameset|object|embed|applet|link|base|meta(?!\s+charset=)|form|portal|svg|audio|video|source)\b[^>]*>/gi;
const OUTSIDE_URL = /\b(src|srcset|href|background|poster|action|data)\s*=\s*(?!["']?(?:data:|#))("[^"]*"|'[^']*'|[^\s>]+)/gi;
const OUTSIDE_CSS = /url\(\s*(?!["']?data:)[^)]*\)|@import[^;]*;?/gi;

/** The second wall behind escaping: takes out everything that could load, run or redirect (reliability 5.4). */
export function cleanHtml(html: string): string {
  return html
    .replace(WITH_CONTENT, '')
    .replace(TAGS, '')
    .replace(/<[^>]+>/g, cleanTag)
    .replace(/<style[\s\S]*?<\/style>/gi, cleanStyle);
}

function cleanTag(tag: string): string {
  return tag
    .replace(OUTSIDE_URL, '')
    .replace(/\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, '')
    .replace(OUTSIDE_CSS, 'none');
}

function cleanStyle(style: string): string {
  return style.replace(OUTSIDE_CSS, 'none');
}
