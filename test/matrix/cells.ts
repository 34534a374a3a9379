import { AWARDS, BODIES, DAYS, LENDINGS, type Body } from './bodies';
import type { Cell } from './law';

export function bodyOf(slug: string): Body {
  const body = BODIES.find((one) => one.slug === slug);
  if (body === undefined) {
    throw new Error(`the matrix has no body ${slug}`);
  }
  return body;
}

/** Award × body × post or lent post × day: every one of them, in a fixed order. */
export function allCells(): readonly Cell[] {
  const own = BODIES.flatMap((body) => body.roles.map((role) => ({ body, role, lending: null })));
  const lent = LENDINGS.map((lending) => {
    const [slug = '', role = ''] = lending.to.split('/');
    return { body: bodyOf(slug), role, lending };
  });
  return AWARDS.flatMap((award) => DAYS.flatMap((day) => [...own, ...lent].map((post) => ({ award, day, ...post }))));
}

export function labelOf({ award, body, role, lending, day }: Cell): string {
  return `${award} · ${body.slug}/${role}${lending === null ? '' : ` ${lending.capacity} ${lending.from}`} · ${day}`;
}
