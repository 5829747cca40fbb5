package ai.fomo.workflows.catalogue;

public record SignInRequest(String source) {}
