"""Read the content that ships with the program: catalogue, wording, evidence, leaflets."""
