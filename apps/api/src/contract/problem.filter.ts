import { randomUUID } from 'node:crypto';
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { ERROR_STATUS, type ErrorCode } from '@thidua/contract';
import { DomainError, type JsonObject } from '@thidua/kernel';
import type { Response } from 'express';

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly details: JsonObject;
  readonly id: string;
}

/** The one place where errors become answers: a known code gets its status, anything else is logged with an id and told as that id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const problem = this.problemOf(error);
    if (response.headersSent) {
      response.end();
      return;
    }
    if (problem.status === 429 || problem.status === 503) {
      response.setHeader('retry-after', '5');
    }
    response.status(problem.status).json({ code: problem.code, details: problem.details, id: problem.id });
  }

  private problemOf(error: unknown): Problem {
    const id = randomUUID();
    if (error instanceof DomainError && isKnown(error.code)) {
      return { status: ERROR_STATUS[error.code], code: error.code, details: error.details, id };
    }
    if (error instanceof HttpException) {
      return { status: error.getStatus(), code: HTTP_CODES[error.getStatus()] ?? 'request-invalid', details: {}, id };
    }
    if (isBodyError(error)) {
      return { status: error.status, code: error.status === 413 ? 'file-too-large' : 'request-invalid', details: { field: 'body' }, id };
    }
    this.logger.error(`${id} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return { status: 500, code: 'internal', details: {}, id };
  }
}

const HTTP_CODES: Readonly<Record<number, ErrorCode>> = { 404: 'not-found', 413: 'file-too-large', 429: 'too-many-attempts' };

function isKnown(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_STATUS, code);
}

/** Body parsers and multer throw plain errors that carry a 4xx status or a limit code. */
function isBodyError(error: unknown): error is Error & { status: number } {
  if (error instanceof Error && 'code' in error && error.code === 'LIMIT_FILE_SIZE') {
    Object.assign(error, { status: 413 });
  }
  return error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status >= 400 && error.status < 500;
}
