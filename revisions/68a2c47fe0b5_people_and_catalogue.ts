/**
 * Bring the people and the catalogue together.
 *
 * Revision ID: 68a2c47fe0b5
 * Revises: 4de87a15c093, 5f60b9e3d71c
 * Create Date: 2026-04-20 10:00:00+00:00
 */

export const revision = '68a2c47fe0b5';
export const downRevision = ['4de87a15c093', '5f60b9e3d71c'];
export const branchLabels = null;
export const dependsOn = null;

export function upgrade(): void {}

export function downgrade(): void {}
