import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { LoadedSettings } from '@thidua/config';
import compression from 'compression';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { ProblemFilter } from '../contract/problem.filter';

const WEB = resolve(__dirname, '..', '..', '..', '..', '..', 'apps', 'web', 'dist');

/** Where a diagram of ten thousand elements may come in. */
const DIAGRAMS = ['/api/v1/process-definitions', '/api/v1/definition-imports'];

/** Headers with a nonce per request, body limits, the built web app for every other GET, and the one exception filter. */
export function hardenAndServe(app: NestExpressApplication, settings: LoadedSettings): void {
  app.set('trust proxy', 'loopback');
  app.use(nonce, headers(settings));
  app.use(compression());
  app.use(DIAGRAMS, express.json({ limit: '8mb', strict: true }));
  app.use(express.json({ limit: '3mb', strict: true }));
  app.use('/assets', express.static(join(WEB, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false }));
  app.use(express.static(WEB, { index: false, maxAge: '1h' }));
  app.use(page);
  app.useGlobalFilters(new ProblemFilter());
}

function nonce(_request: Request, response: Response, next: NextFunction): void {
  response.locals['nonce'] = randomBytes(16).toString('base64');
  next();
}

function headers(settings: LoadedSettings): ReturnType<typeof helmet> {
  const withNonce = (_request: unknown, response: unknown): string => `'nonce-${String((response as Response).locals['nonce'])}'`; // helmet types the raw response
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", withNonce],
        styleSrc: ["'self'", withNonce],
        // Drawing libraries place their parts with style attributes.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        frameSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    frameguard: { action: 'sameorigin' },
    hsts: settings.nodeEnv === 'production' && !settings.demo,
    crossOriginEmbedderPolicy: false,
  });
}

/** Any GET that is neither API nor health nor a file is a page of the web app. */
function page(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== 'GET' || /^\/(api|health|assets)(\/|$)/.test(request.path)) {
    next();
    return;
  }
  const file = join(WEB, 'index.html');
  if (!existsSync(file)) {
    response.status(503).type('text/plain').send('Giao diện web chưa được dựng: chạy npm start.');
    return;
  }
  response.setHeader('cache-control', 'no-store');
  response.type('html').send(readFileSync(file, 'utf8').replaceAll('__CSP_NONCE__', String(response.locals['nonce'])));
}
