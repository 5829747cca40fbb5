"""Each fault that check_compose.py is there for is found in a copy of the real file that has it."""

import unittest
from pathlib import Path

from check_compose import faults

ROOT = Path(__file__).parent.parent
COMPOSE = (ROOT / "docker-compose.yml").read_text()
EXAMPLE = (ROOT / ".env.example").read_text()


class CheckComposeTest(unittest.TestCase):
    def found(self, old, new, example=EXAMPLE):
        self.assertIn(old, COMPOSE)
        return " ".join(faults(COMPOSE.replace(old, new), example))

    def test_the_file_itself_is_sound(self):
        self.assertEqual([], faults(COMPOSE, EXAMPLE))

    def test_an_unknown_key(self):
        self.assertIn("shm_sise", self.found("shm_size:", "shm_sise:"))

    def test_a_bad_duration(self):
        self.assertNotEqual("", self.found("start_period: 30s", "start_period: soon"))

    def test_a_volume_that_is_not_declared(self):
        self.assertIn("postgress", self.found("- postgres:/var", "- postgress:/var"))

    def test_a_written_password(self):
        written = self.found("POSTGRES_PWD: ${FOMO_POSTGRES_PASSWORD:?set it in .env}", "POSTGRES_PWD: hunter2")
        self.assertIn("temporal: POSTGRES_PWD is written in the file", written)

    def test_a_written_password_in_a_merged_part(self):
        written = self.found("FOMO_S3_SECRET_KEY: ${FOMO_S3_SECRET_KEY:?set it in .env}", "FOMO_S3_SECRET_KEY: hunter2")
        self.assertIn("worker: FOMO_S3_SECRET_KEY is written in the file", written)

    def test_a_secret_that_may_be_absent(self):
        self.assertEqual("", self.found("FOMO_HOME: /var/lib/fomo", "FOMO_CLIENT_SECRET: ${FOMO_CLIENT_SECRET:-}"))

    def test_a_password_with_a_default(self):
        written = self.found("${FOMO_S3_SECRET_KEY:?set it in .env}", "${FOMO_S3_SECRET_KEY:-hunter2}")
        self.assertIn("is written in the file", written)

    def test_an_image_without_a_version(self):
        self.assertIn("no fixed version", self.found("temporalio/ui:2.54.1", "temporalio/ui"))
        self.assertIn("no fixed version", self.found("temporalio/ui:2.54.1", "temporalio/ui:latest"))

    def test_a_port_for_everybody(self):
        self.assertIn("not on the loopback address", self.found('"127.0.0.1:${FOMO_S3_PORT', '"0.0.0.0:${FOMO_S3_PORT'))

    def test_a_condition_that_never_comes_true(self):
        start = COMPOSE.index("    healthcheck:\n      test: [CMD, nc")
        end = COMPOSE.index("    restart:", start)
        self.assertIn("has no health check", self.found(COMPOSE[start:end], ""))

    def test_a_dependency_on_no_service(self):
        self.assertIn("is no service", self.found("      migrate:\n        condition", "      migrait:\n        condition"))

    def test_an_example_that_lacks_a_name_or_gives_a_value(self):
        self.assertIn("requires", " ".join(faults(COMPOSE, EXAMPLE.replace("FOMO_S3_SECRET_KEY=", ""))))
        self.assertIn("leave it empty", " ".join(faults(COMPOSE, EXAMPLE.replace("FOMO_S3_SECRET_KEY=", "FOMO_S3_SECRET_KEY=x"))))


if __name__ == "__main__":
    unittest.main()
