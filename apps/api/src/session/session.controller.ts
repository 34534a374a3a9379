import { Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { Casework } from '@thidua/casework';
import type { BodyOf, SessionView } from '@thidua/contract';
import type { Request, Response } from 'express';
import { BadRequest } from '../contract/bad-request';
import { checked } from '../contract/asked';
import { admit } from './admit';
import { clearCookie, cookieOf, setCookie } from './cookie';

/** Signing in and out: a new token for every sign-in, kept in a cookie the page cannot read. */
@Controller('api/v1')
export class SessionController {
  constructor(private readonly casework: Casework) {}

  @Post('session')
  @HttpCode(200)
  async signIn(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<SessionView> {
    const body = checked('signIn', request).body as BodyOf<'signIn'>; // just checked against that schema
    return this.opened(request, response, await this.casework.sessions.signIn(body));
  }

  @Post('demo/session')
  @HttpCode(200)
  async demoSignIn(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<SessionView> {
    const body = checked('demoSignIn', request).body as BodyOf<'demoSignIn'>; // just checked against that schema
    return this.opened(request, response, await this.casework.sessions.demoSignIn(body.accountId));
  }

  @Get('session')
  async me(@Req() request: Request): Promise<SessionView> {
    const session = await admit(this.casework, 'me', request);
    if (session === null) {
      throw new BadRequest('not-signed-in', {});
    }
    return this.casework.sessions.view(session);
  }

  @Delete('session')
  @HttpCode(204)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await admit(this.casework, 'signOut', request);
    await this.casework.sessions.signOut(cookieOf(request) ?? '');
    clearCookie(response);
  }

  private opened(request: Request, response: Response, opened: { readonly token: string; readonly view: SessionView }): SessionView {
    setCookie(request, response, opened.token);
    return opened.view;
  }
}
