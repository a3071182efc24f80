"""Three years looked at: 2024-2025 adopted and published, 2025-2026 before the committee, 2026-2027 asked for."""
