import { Controller, Delete, Get, Post, Put, Req, Res, type Type } from '@nestjs/common';
import { Casework, type SessionRoute } from '@thidua/casework';
import { ROUTES, type FileAnswer, type Method, type RouteName } from '@thidua/contract';
import type { Request, Response } from 'express';
import { admit } from '../session/admit';
import { checked, keyOf } from './asked';
import { readUpload } from './read-upload';

const BY_METHOD: Readonly<Record<Method, (path: string) => MethodDecorator>> = { GET: Get, POST: Post, PUT: Put, DELETE: Delete };
const SESSION_ROUTES: readonly string[] = ['signIn', 'demoSignIn', 'signOut', 'me'] satisfies readonly SessionRoute[];

/** One controller with a method per line of the route table: admit, check, hand to casework, answer. */
export function contractController(): Type {
  @Controller('api/v1')
  class ContractController {
    constructor(readonly casework: Casework) {}
  }
  for (const name of Object.keys(ROUTES) as RouteName[]) {
    if (!SESSION_ROUTES.includes(name)) {
      addRoute(ContractController.prototype, name);
    }
  }
  return ContractController;
}

function addRoute(prototype: object, name: RouteName): void {
  const handle = async function (this: { casework: Casework }, request: Request, response: Response): Promise<void> {
    send(name, response, await answer(this.casework, name, request, response));
  };
  Object.defineProperty(prototype, name, { value: handle, writable: true, configurable: true });
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
  const path = ROUTES[name].path.replace(/\{(\w+)\}/g, ':$1');
  BY_METHOD[ROUTES[name].method](path)(prototype, name, descriptor);
  Req()(prototype, name, 0);
  Res()(prototype, name, 1);
}

async function answer(casework: Casework, name: RouteName, request: Request, response: Response): Promise<unknown> {
  const admitted = await admit(casework, name, request);
  const file = 'upload' in ROUTES[name] ? await readUpload(name, request, response) : null;
  const ask = {
    ...checked(name, request),
    file,
    actor: admitted?.actor,
    sessionHash: admitted?.sessionHash ?? '',
    key: admitted === null ? null : keyOf(name, request, { accountId: admitted.actor.accountId, file }),
  };
  // The ask was just checked against the same line of the table that the handler is typed by.
  const handler = casework.handlers[name as keyof typeof casework.handlers];
  return handler(ask as never);
}

function send(name: RouteName, response: Response, value: unknown): void {
  const { answer: shape } = ROUTES[name];
  if (shape === 'none') {
    response.status(204).end();
  } else if (typeof shape === 'string') {
    sendFile(response, value as FileAnswer); // routes that answer bytes have handlers returning FileAnswer
  } else {
    response.status(200).json(value);
  }
}

function sendFile(response: Response, file: FileAnswer): void {
  response.setHeader('content-type', file.mime);
  // A file of people is downloaded, never shown by us as a page: the browser may do nothing with it in our name.
  const how = file.foreign === true ? 'attachment' : 'inline';
  response.setHeader('content-disposition', `${how}; filename*=UTF-8''${encodeURIComponent(file.fileName)}`);
  if (file.foreign === true) {
    response.setHeader('content-security-policy', "default-src 'none'; sandbox");
  }
  response.setHeader('cache-control', 'private, max-age=0, must-revalidate');
  response.status(200).send(Buffer.from(file.bytes));
}
