import type { Request, Response } from 'express';

const NAME = 'thidua_session';

export function cookieOf(request: Request): string | undefined {
  for (const part of (request.header('cookie') ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === NAME && value !== undefined && value !== '') {
      return value;
    }
  }
  return undefined;
}

export function setCookie(request: Request, response: Response, token: string): void {
  response.cookie(NAME, token, { httpOnly: true, sameSite: 'strict', secure: request.secure, path: '/', maxAge: 12 * 3_600_000 });
}

export function clearCookie(response: Response): void {
  response.clearCookie(NAME, { path: '/' });
}
