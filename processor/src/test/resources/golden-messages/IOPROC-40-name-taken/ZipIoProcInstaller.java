package com.example;

class ZipIoProcInstaller {}
