import { Controller, Get, Res } from '@nestjs/common';
import { Casework } from '@thidua/casework';
import type { Response } from 'express';

/** Liveness says the process answers; readiness names every part it needs. */
@Controller('health')
export class HealthController {
  constructor(private readonly casework: Casework) {}

  @Get('live')
  live(): object {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(@Res() response: Response): Promise<void> {
    const health = await this.casework.health();
    response.status(health.status === 'down' ? 503 : 200).json(health);
  }
}
